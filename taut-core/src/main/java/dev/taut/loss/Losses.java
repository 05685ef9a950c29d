package dev.taut.loss;

import java.util.List;

/** The losses by name. */
public final class Losses {
    private static final List<Named> ALL = List.of(
            Named.of("squared", Losses::squared),
            Named.of("logistic", Losses::logistic),
            Named.of("probit", Losses::probit),
            Named.of("cloglog", Losses::cloglog),
            Named.of("multinomial", Losses::multinomial),
            Named.of("poisson", Losses::poisson),
            Named.of("gamma", Losses::gamma),
            new Named("tweedie", "POWER", Losses::tweedie),
            new Named("negbin", "THETA", Losses::negativeBinomial),
            new Named("huber", "DELTA", Losses::huber),
            Named.of("sqrt", Losses::squareRoot),
            new Named("scaled_huber", "EPSILON", Losses::scaledHuber),
            Named.of("responses", Losses::responses),
            Named.of("ordinal", Losses::ordinal),
            Named.of("cox", () -> cox(Ties.BRESLOW)),
            Named.of("cox-efron", () -> cox(Ties.EFRON)),
            Named.of("hinge", Losses::hinge),
            Named.of("squared_hinge", Losses::squaredHinge),
            new Named("quantile", "LEVEL", Losses::quantile),
            new Named("svr", "EPSILON", Losses::insensitive),
            new Named("squared_svr", "EPSILON", Losses::squaredInsensitive));

    private Losses() {}

    /** ½(y − η)². */
    public static SmoothLoss squared() {
        return new SquaredLoss();
    }

    /** log(1 + e^η) − yη for y in {0, 1}. */
    public static SmoothLoss logistic() {
        return new LogisticLoss();
    }

    /** −y·log Φ(η) − (1 − y)·log Φ(−η) for y in {0, 1}: binomial with probit link. */
    public static SmoothLoss probit() {
        return new ProbitLoss();
    }

    /** −y·log(1 − exp(−e^η)) + (1 − y)·e^η for y in {0, 1}: binomial with complementary log-log link. */
    public static SmoothLoss cloglog() {
        return new CloglogLoss();
    }

    /** log Σₖ e^ηₖ − η_y for K classes. */
    public static SmoothLoss multinomial() {
        return new MultinomialLoss();
    }

    /** e^η − yη for counts y ≥ 0. */
    public static SmoothLoss poisson() {
        return new PowerLoss(1);
    }

    /** η + y·e^−η for amounts y &gt; 0: gamma with log link. */
    public static SmoothLoss gamma() {
        return new PowerLoss(2);
    }

    /** √mean (y − η)²: the square-root lasso's, for which a good λ does not depend on the noise. */
    public static SmoothLoss squareRoot() {
        return new ScaledHuberLoss(Double.POSITIVE_INFINITY);
    }

    /**
     * Huber's loss with a scale that is estimated besides: residuals count as large beyond ε times it.
     *
     * @param epsilon ε &gt; 1; 1.35 is usual
     */
    public static SmoothLoss scaledHuber(double epsilon) {
        return new ScaledHuberLoss(epsilon);
    }

    /** ½Σₖ(yₖ − ηₖ)² over several responses. */
    public static SmoothLoss responses() {
        return new ResponsesLoss();
    }

    /** Proportional odds for classes in their order, thresholds eliminated. */
    public static SmoothLoss ordinal() {
        return new OrdinalLoss();
    }

    /** Minus the log partial likelihood of proportional hazards, for times and events. */
    public static SmoothLoss cox(Ties ties) {
        return new CoxLoss(ties);
    }

    /**
     * e^((2−p)η)/(2 − p) + y·e^((1−p)η)/(p − 1) for amounts y ≥ 0, some exactly 0: Tweedie's compound Poisson with log
     * link.
     *
     * @param power p of the variance μ^p, from 1 (Poisson) to 2 (gamma)
     * @throws IllegalArgumentException outside, where the loss is not convex
     */
    public static SmoothLoss tweedie(double power) {
        return new PowerLoss(power);
    }

    /**
     * (y + θ)·log(1 + e^η/θ) − yη for counts y ≥ 0 that vary more than a Poisson's.
     *
     * @param theta θ &gt; 0 of the variance μ + μ²/θ
     */
    public static SmoothLoss negativeBinomial(double theta) {
        return new NegativeBinomialLoss(theta);
    }

    /**
     * ½(y − η)² up to |y − η| = δ, straight beyond.
     *
     * @param delta δ &gt; 0, in units of y
     */
    public static SmoothLoss huber(double delta) {
        return new HuberLoss(delta);
    }

    /** max(0, 1 − sη), s = 2y − 1 for y in {0, 1}. */
    public static PiecewiseLoss hinge() {
        return new HingeLoss();
    }

    /** max(0, 1 − sη)², s = 2y − 1 for y in {0, 1}. */
    public static SmoothLoss squaredHinge() {
        return new SquaredHingeLoss();
    }

    /**
     * max(τ(y − η), (τ − 1)(y − η)): what is predicted is the τ-quantile.
     *
     * @param level τ, between 0 and 1
     */
    public static PiecewiseLoss quantile(double level) {
        return new QuantileLoss(level);
    }

    /**
     * max(0, |y − η| − ε).
     *
     * @param epsilon ≥ 0, in units of y
     */
    public static PiecewiseLoss insensitive(double epsilon) {
        return new InsensitiveLoss(epsilon);
    }

    /**
     * max(0, |y − η| − ε)².
     *
     * @param epsilon ≥ 0, in units of y
     */
    public static SmoothLoss squaredInsensitive(double epsilon) {
        return new SquaredInsensitiveLoss(epsilon);
    }

    /**
     * The loss of this name, with its parameter behind a colon: {@code tweedie:1.5}.
     *
     * @throws IllegalArgumentException naming those there are, or what is wrong with the parameter
     */
    public static Loss named(String name) {
        int colon = name.indexOf(':');
        String word = colon < 0 ? name : name.substring(0, colon);
        Named found = ALL.stream()
                .filter(named -> named.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no loss `" + word + "`; there are " + String.join(", ", usages())));
        return found.with(colon < 0 ? "" : name.substring(colon + 1));
    }

    /** The name without its parameter: {@code tweedie} of {@code tweedie:1.5}. */
    public static String family(String name) {
        return name.replaceFirst(":.*", "");
    }

    /** The number behind the colon of a name; NaN if there is none. */
    public static double parameter(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? Double.NaN : Double.parseDouble(name.substring(colon + 1));
    }

    /** How each loss is written, {@code NAME} or {@code NAME:PARAMETER}. */
    public static List<String> usages() {
        return ALL.stream().map(Named::usage).toList();
    }
}
