package dev.taut.loss;

import java.util.List;

/** The losses by name. */
public final class Losses {
    private static final List<SmoothLoss> ALL =
            List.of(new SquaredLoss(), new LogisticLoss(), new MultinomialLoss(), new PoissonLoss());

    private Losses() {}

    /** ½(y − η)². */
    public static SmoothLoss squared() {
        return new SquaredLoss();
    }

    /** log(1 + e^η) − yη for y in {0, 1}. */
    public static SmoothLoss logistic() {
        return new LogisticLoss();
    }

    /** log Σₖ e^ηₖ − η_y for K classes. */
    public static SmoothLoss multinomial() {
        return new MultinomialLoss();
    }

    /** e^η − yη for counts y ≥ 0. */
    public static SmoothLoss poisson() {
        return new PoissonLoss();
    }

    /**
     * The loss of this name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static SmoothLoss named(String name) {
        return ALL.stream()
                .filter(loss -> loss.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no loss `" + name + "`; there are "
                        + String.join(", ", ALL.stream().map(Loss::name).toList())));
    }
}
