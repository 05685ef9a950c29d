package dev.taut.testkit.matrix;

import dev.taut.penalty.Penalties;
import dev.taut.penalty.Penalty;
import dev.taut.testkit.matrix.PenaltyFormula.Context;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The penalties by their definitions: every name of {@link Penalties} at least once. */
enum PenaltyCase {
    NONE("none", c -> PenaltyFormula.nothing()),
    RIDGE("ridge", c -> PenaltyFormula.squares(c, 1)),
    LASSO("lasso", c -> PenaltyFormula.absolute(c, 1)),
    ELASTIC_NET("enet:0.3", c -> PenaltyFormula.absolute(c, 0.3).and(PenaltyFormula.squares(c, 0.7))),
    GROUP("group", c -> PenaltyFormula.norms(c, 1)),
    GROUP_ELASTIC_NET("group:0.6", c -> PenaltyFormula.norms(c, 0.6).and(PenaltyFormula.squares(c, 0.4))),
    SPARSE_GROUP("sparsegroup:0.3", c -> PenaltyFormula.norms(c, 0.7).and(PenaltyFormula.absolute(c, 0.3))),
    MCP("mcp", PenaltyCase::mcp, PenaltyCase::slopeOfMcp),
    SCAD("scad", PenaltyCase::scad, PenaltyCase::slopeOfScad),
    GROUP_MCP("groupmcp", PenaltyCase::mcp, PenaltyCase::slopeOfMcp),
    GROUP_SCAD("groupscad", PenaltyCase::scad, PenaltyCase::slopeOfScad),
    ADAPTIVE("adaptive:0.5", c -> PenaltyFormula.absolute(c, 1)),
    RELAXED("relaxed", c -> PenaltyFormula.absolute(c, 1)),
    RELAXED_HALF("relaxed:0.5", c -> PenaltyFormula.absolute(c, 1)),
    SLOPE("slope", c -> PenaltyFormula.sorted(c, PenaltyCase::falseDiscoveries)),
    OSCAR("oscar", c -> PenaltyFormula.sorted(c, PenaltyCase::falling)),
    FUSED("fused", c -> PenaltyFormula.differences(c, 0.5).and(PenaltyFormula.absolute(c, 0.5))),
    TREND("trend:1", c -> PenaltyFormula.differences(c, 2, Math::abs, Math::signum)),
    SMOOTH("smooth:2", c -> PenaltyFormula.differences(c, 2, d -> d * d / 2, d -> d)),
    COUNT("l0", PenaltyFormula::count),
    COUNT_WITH_RIDGE("l0:0.5", c -> PenaltyFormula.count(c).and(PenaltyFormula.squares(c, 0.5)));

    private static final double GAMMA = 3;
    private static final double A = 3.7;

    private final String named;
    private final Function<Context, PenaltyFormula> convex;
    private final DoubleUnaryOperator phi;
    private final DoubleUnaryOperator slopeOfPhi;

    PenaltyCase(String named, Function<Context, PenaltyFormula> convex) {
        this(named, convex, t -> t, t -> 1);
    }

    PenaltyCase(String named, DoubleUnaryOperator phi, DoubleUnaryOperator slopeOfPhi) {
        this(named, c -> PenaltyFormula.concave(c, phi), phi, slopeOfPhi);
    }

    PenaltyCase(
            String named,
            Function<Context, PenaltyFormula> convex,
            DoubleUnaryOperator phi,
            DoubleUnaryOperator slopeOfPhi) {
        this.named = named;
        this.convex = convex;
        this.phi = phi;
        this.slopeOfPhi = slopeOfPhi;
    }

    /** The name on the command line, with its numbers. */
    String named() {
        return named;
    }

    String family() {
        return named.replaceFirst(":.*", "");
    }

    /** One of this name. */
    static PenaltyCase of(String family) {
        return Arrays.stream(values())
                .filter(penalty -> penalty.family().equals(family))
                .findFirst()
                .orElseThrow();
    }

    Penalty penalty() {
        return Penalties.named(named);
    }

    boolean isConvex() {
        return switch (this) {
            case MCP, SCAD, GROUP_MCP, GROUP_SCAD, COUNT, COUNT_WITH_RIDGE -> false;
            default -> true;
        };
    }

    boolean isRelaxed() {
        return this == RELAXED || this == RELAXED_HALF;
    }

    boolean isCount() {
        return this == COUNT || this == COUNT_WITH_RIDGE;
    }

    /** Whether at large λ nothing is left of the penalty. */
    boolean hasZeros() {
        return this != NONE && this != RIDGE && this != SMOOTH;
    }

    /** Whether it is coefficients that are then exactly zero, and not differences of them. */
    boolean hasZeroCoefficients() {
        return hasZeros() && this != TREND;
    }

    /** Columns stand for themselves. */
    private Context grouped(Context context) {
        return this == MCP || this == SCAD ? context.ungrouped() : context;
    }

    PenaltyFormula at(Context context) {
        return convex.apply(grouped(context));
    }

    /**
     * A convex function whose minimum with the loss is at {@code place} exactly if the penalty is stationary there; where
     * columns are counted, among those that are not zero.
     */
    PenaltyFormula convexAround(Context context, double[] place) {
        return switch (this) {
            case COUNT -> PenaltyFormula.nothing();
            case COUNT_WITH_RIDGE -> PenaltyFormula.squares(context, 0.5);
            default -> isConvex() ? at(context) : PenaltyFormula.tangent(grouped(context), slopeOfPhi, place);
        };
    }

    private static double mcp(double t) {
        return t < GAMMA ? t - t * t / (2 * GAMMA) : GAMMA / 2;
    }

    private static double slopeOfMcp(double t) {
        return Math.max(0, 1 - t / GAMMA);
    }

    private static double scad(double t) {
        if (t <= 1) {
            return t;
        }
        return t < A ? 1 + (t - 1) * (A - (1 + t) / 2) / (A - 1) : 1 + (A - 1) / 2;
    }

    private static double slopeOfScad(double t) {
        return t <= 1 ? 1 : Math.max(0, (A - t) / (A - 1));
    }

    /** Φ⁻¹(1 − qk/2p) over the first, q = 0.1. */
    private static double[] falseDiscoveries(int columns) {
        double[] weights = IntStream.rangeClosed(1, columns)
                .mapToDouble(k -> NormalFormula.quantile(1 - 0.1 * k / (2.0 * columns)))
                .toArray();
        double first = columns == 0 ? 1 : weights[0];
        return Arrays.stream(weights).map(w -> w / first).toArray();
    }

    /** 1 + c(p − k)/p over the first, c = 1. */
    private static double[] falling(int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToDouble(k -> (1 + (double) (columns - k) / columns) / (1 + (columns - 1.0) / columns))
                .toArray();
    }
}
