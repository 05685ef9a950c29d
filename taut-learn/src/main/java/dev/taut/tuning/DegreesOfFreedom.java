package dev.taut.tuning;

import dev.taut.LinearPath;
import dev.taut.design.Features;
import dev.taut.design.Standardization;
import dev.taut.kernel.Cholesky;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.path.Knot;
import dev.taut.penalty.AdaptivePenalty;
import dev.taut.penalty.Concave;
import dev.taut.penalty.ConcavePenalty;
import dev.taut.penalty.ElasticNet;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SeparableProx;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many free parameters a knot has: tr[G(G + D)⁻¹] over its active columns plus the intercepts, with G the Gram matrix of
 * those columns under the loss's curvature and D the diagonal of the penalty's second derivative.
 *
 * <p>For the lasso D = 0 and this is the number of active columns, unbiased for squared loss (Zou, Hastie and Tibshirani
 * 2007), and used as such for the adaptive lasso (Zou 2006), MCP and SCAD (Wang, Li and Tsai 2007); for ridge it is the
 * trace of the smoother (Hastie, Tibshirani and Friedman 2009, equation 3.50), for the elastic net that of its active
 * columns (Tibshirani and Taylor 2012). Penalties that fit twice, group or search sets have none that is known here.
 */
public final class DegreesOfFreedom {
    /** The trace costs the cube of the number of active columns at every knot. */
    private static final int MOST = 500;

    private final LinearPath path;
    private final Penalty penalty;
    private final boolean traced;

    private DegreesOfFreedom(LinearPath path, Penalty penalty, boolean traced) {
        this.path = path;
        this.penalty = penalty;
        this.traced = traced;
    }

    /** @throws dev.taut.finding.Refused if the penalty has none that is known */
    static DegreesOfFreedom of(LinearPath path) {
        Penalty penalty = path.spec().settings().penalty().among(path.path().features());
        Penalty shape = penalty.shape();
        if (!penalty.constraints().isEmpty()) {
            throw Criterion.refused("the degrees of freedom under --constrain are not known");
        }
        if (shape instanceof ElasticNet net && net.l1Ratio() < 1) {
            refuseTrace(path);
            return new DegreesOfFreedom(path, penalty, true);
        }
        boolean counts = shape instanceof ElasticNet
                || shape instanceof AdaptivePenalty
                || shape.equals(Penalty.none())
                || isPlain(shape);
        if (!counts) {
            throw Criterion.refused(penalty.name()
                    + " has no degrees of freedom that are known: it fits twice, in groups or searches sets, which costs"
                    + " more than one per active coefficient");
        }
        return new DegreesOfFreedom(path, penalty, false);
    }

    /** MCP and SCAD, each column by itself. */
    private static boolean isPlain(Penalty shape) {
        return shape instanceof ConcavePenalty concave
                && concave.groups().equals(Groups.each())
                && (concave.concave() instanceof Concave.Mcp || concave.concave() instanceof Concave.Scad);
    }

    private static void refuseTrace(LinearPath path) {
        String family = Losses.family(path.loss().name());
        if (path.path().nullModel().outputs() > 1 || family.startsWith("cox") || family.equals("ordinal")) {
            throw Criterion.refused("the trace of a penalty with an L2 part is not known for the loss "
                    + path.loss().name() + ": its curvature couples rows or classes");
        }
    }

    double at(Knot knot) {
        Coefficients coefficients = knot.coefficients();
        double intercepts = Criterion.intercepts(path);
        int[] columns = IntStream.range(0, coefficients.active())
                .map(coefficients::coordinate)
                .toArray();
        if (!traced || columns.length == 0) {
            return columns.length + intercepts;
        }
        if (columns.length > MOST) {
            throw Criterion.refused(
                    "the trace over " + columns.length + " active columns is too much work (limit " + MOST + ")");
        }
        return intercepts + trace(knot, columns);
    }

    private double trace(Knot knot, int[] columns) {
        Features features = path.path().features();
        SeparableProx prox = (SeparableProx) penalty.at(knot.lambda(), features);
        double[][] lower = gram(path, knot.coefficients(), columns);
        double[] bends = new double[columns.length];
        for (int a = 0; a < columns.length; a++) {
            bends[a] = prox.bend(columns[a], knot.coefficients().get(columns[a], 0));
            lower[a][a] += bends[a];
        }
        Cholesky factor = Cholesky.factor(lower, columns.length);
        double trace = columns.length;
        for (int a = 0; a < columns.length; a++) {
            double[] unit = new double[columns.length];
            unit[a] = 1;
            factor.solve(unit);
            trace -= bends[a] * unit[a];
        }
        return trace;
    }

    /**
     * The Gram matrix of standardized columns under the curvature of the loss, centred if there is an intercept: its
     * Hessian in these coefficients. Its lower triangle.
     */
    public static double[][] gram(LinearPath path, Coefficients standardized, int[] columns) {
        double[] eta = path.trainingPredictors(path.path().raw(standardized));
        double[] curvature = new double[eta.length];
        Datafit datafit = path.loss().on(path.targets().encode(path.training()), Targets.weights(path.training()));
        datafit.curvature(eta, curvature);
        double total = Arrays.stream(curvature).sum();
        boolean intercept = Criterion.intercepts(path) > 0;
        double[] centers = Arrays.stream(columns)
                .mapToDouble(j -> intercept ? path.design().dot(j, curvature, 0) / total : 0)
                .toArray();
        double[][] gram = path.design().gram(columns, centers, 0, curvature);
        Standardization standardization = path.path().standardization();
        double[] scales = standardization.scales();
        for (int a = 0; a < columns.length; a++) {
            for (int b = 0; b <= a; b++) {
                gram[a][b] /= scales[columns[a]] * scales[columns[b]];
            }
        }
        return gram;
    }
}
