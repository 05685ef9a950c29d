package dev.taut.glmnet;

import dev.taut.design.Features;
import dev.taut.path.PathProblem;
import dev.taut.penalty.ElasticNet;
import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Penalty;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A family of glmnet: which loss it is, and when a path of it makes too little progress to go on. */
public enum Family {
    /** Squared loss on a target divided by its standard deviation. */
    GAUSSIAN("squared", Stall.RELATIVE),
    BINOMIAL("logistic", Stall.ABSOLUTE),
    /** Ungrouped. */
    MULTINOMIAL("multinomial", Stall.ABSOLUTE),
    /** {@code type.multinomial = "grouped"}: the coefficients of a column in all classes stay or leave together. */
    GROUPED("multinomial", Stall.ABSOLUTE),
    POISSON("poisson", Stall.SLOW),
    /** {@code family = "mgaussian"}: several numeric responses, grouped, none of them rescaled. */
    RESPONSES("responses", Stall.REMAINING),
    /** Breslow's ties, no late entries, one stratum. */
    COX("cox", Stall.SLOWER);

    /** When a path ends for want of progress: E explained so far, {@code least} is glmnet's {@code fdev}. */
    private enum Stall {
        /** E − E₋₁ &lt; least·E. */
        RELATIVE(1, 1),
        /** E − E₋₁ &lt; least. */
        ABSOLUTE(1, 1),
        /** E − E₋₁ &lt; least·(1 − E). */
        REMAINING(1, 1),
        /** E − E₋₄ &lt; 10·least·E. */
        SLOW(Grid.FEWEST - 1, 10),
        /** E − E₋₄ &lt; 100·least·E. */
        SLOWER(Grid.FEWEST - 1, 100);

        private final int back;
        private final double factor;

        Stall(int back, double factor) {
            this.back = back;
            this.factor = factor;
        }

        boolean met(double[] explained, int last, double least) {
            double whole = switch (this) {
                case ABSOLUTE -> 1;
                case REMAINING -> 1 - explained[last];
                case RELATIVE, SLOW, SLOWER -> explained[last];
            };
            return explained[last] - explained[last - back] < factor * least * whole;
        }
    }

    private static final double SATURATED = 0.999;
    private static final double SATURATED_SURVIVAL = 0.99;

    private final String loss;
    private final Stall stall;

    Family(String loss, Stall stall) {
        this.loss = loss;
        this.stall = stall;
    }

    /**
     * The family of a loss; several classes whose penalty holds a column together are grouped.
     *
     * @throws IllegalArgumentException if glmnet has none
     */
    public static Family of(String loss, Penalty penalty) {
        if (loss.equals(GROUPED.loss) && penalty.shape() instanceof GroupPenalty) {
            return GROUPED;
        }
        if (loss.equals("cox-efron")) {
            throw new IllegalArgumentException("glmnet 4.1 has Breslow's ties, not Efron's");
        }
        return Arrays.stream(values())
                .filter(family -> family.loss.equals(loss))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("glmnet's conventions are known for "
                        + Arrays.stream(values())
                                .map(family -> family.loss)
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + " loss, not for " + loss));
    }

    /** Whether glmnet penalises the Euclidean norm of a column's coefficients over all outputs. */
    boolean grouped() {
        return this == GROUPED || this == RESPONSES;
    }

    /**
     * The share of L1, or of the norms, in a penalty that glmnet has for this family: its alpha.
     *
     * @throws IllegalArgumentException if it has no such penalty
     */
    double alpha(PathProblem problem) {
        Penalty shape = problem.penalty().shape();
        if (shape instanceof ElasticNet net && (!grouped() || net.l1Ratio() == 0)) {
            return net.l1Ratio();
        }
        if (shape instanceof GroupPenalty group && grouped() && single(group, problem.features())) {
            return group.l1Ratio();
        }
        throw new IllegalArgumentException(
                grouped()
                        ? "glmnet has ridge for this family, or a norm for every column, not " + shape.name()
                        : "glmnet has ridge, lasso and elastic net, not " + shape.name());
    }

    private static boolean single(GroupPenalty penalty, Features features) {
        return penalty.within() == 0 && penalty.groups().of(features).stream().allMatch(group -> group.length == 1);
    }

    /** What λ is compared with: the gradient of one column's coefficients in all outputs as one number. */
    double size(double[] gradient) {
        double size = 0;
        for (double slope : gradient) {
            size = grouped() ? Math.hypot(size, slope) : Math.max(size, Math.abs(slope));
        }
        return size;
    }

    /** The share of the deviance beyond which a path does not go on. */
    double saturated() {
        return this == COX ? SATURATED_SURVIVAL : SATURATED;
    }

    /**
     * Whether a path ends for want of progress.
     *
     * @param explained share of the deviance explained, knot by knot
     * @param last      index of the newest knot, at least {@link Grid#FEWEST} − 1
     * @param least     glmnet's {@code fdev}
     */
    boolean stalls(double[] explained, int last, double least) {
        return stall.met(explained, last, least);
    }
}
