package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.kernel.Bundles;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Squared loss and quadratic penalty as ½‖t − Zu‖² + λ/2·‖u‖²: with weights w, factors v and the projection P away from
 * all that is {@link Unpenalised}, t = P√w(y − offset), column k of Z is P√w·xⱼ/√vⱼ for a penalised j, and uₖ = √vⱼ·βⱼ.
 * What is not penalised follows from u.
 */
final class Shrunken {
    private static final int AT_ONCE = 64;

    private final Design design;
    private final double[] weights;
    /** √w. */
    private final double[] roots;

    private final int[] columns;
    /** 1/√vⱼ of each penalised column. */
    private final double[] scales;

    private final Unpenalised unpenalised;
    /** Uᵀ√w·xⱼ/√vⱼ of each penalised column, and Uᵀ√w(y − offset). */
    private final double[][] columnShares;

    private final double[] targetShares;
    /** √w(y − offset), and what is left of it: t. */
    private final double[] response;

    private final double[] target;

    /**
     * @param problem squared loss and the penalty at λ = 1
     */
    Shrunken(Problem problem) {
        this.design = problem.design();
        SeparableProx prox = (SeparableProx) problem.prox();
        int p = design.columns();
        this.columns = IntStream.range(0, p).filter(j -> !prox.isFree(j)).toArray();
        this.scales = IntStream.of(columns)
                .mapToDouble(j -> 1 / Math.sqrt(prox.bend(j, 1)))
                .toArray();
        this.weights = problem.datafit().weights();
        this.roots = new double[design.rows()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(weights[i]);
        }
        int[] free = IntStream.range(0, p).filter(prox::isFree).toArray();
        this.unpenalised = Unpenalised.of(design, problem.intercept(), free, roots);
        this.columnShares = new double[columns.length][];
        for (int k = 0; k < columns.length && unpenalised.rank() > 0; k++) {
            columnShares[k] = unpenalised.project(scaled(k));
        }
        this.response = response(problem);
        this.target = response.clone();
        this.targetShares = unpenalised.project(target);
    }

    /** √w(y − offset), read off ∇F(offset) = w(offset − y). */
    private double[] response(Problem problem) {
        Datafit datafit = problem.datafit();
        double[] offset = problem.offset().length > 0 ? problem.offset() : new double[roots.length];
        double[] response = new double[roots.length];
        datafit.gradient(offset, response);
        for (int i = 0; i < response.length; i++) {
            response[i] = roots[i] > 0 ? -response[i] / roots[i] : 0;
        }
        return response;
    }

    private double[][] scaled(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::scaled).toArray(double[][]::new);
    }

    private double[] scaled(int k) {
        double[] column = new double[roots.length];
        design.read(columns[k], 0, column.length, column, 0);
        for (int i = 0; i < column.length; i++) {
            column[i] *= roots[i] * scales[k];
        }
        return column;
    }

    int rows() {
        return roots.length;
    }

    /** Penalised columns. */
    int size() {
        return columns.length;
    }

    /** t; not to be changed. */
    double[] target() {
        return target;
    }

    Unpenalised unpenalised() {
        return unpenalised;
    }

    double[] column(int k) {
        double[] column = scaled(k);
        unpenalised.project(column);
        return column;
    }

    /** The lower triangle of ZᵀZ: what the design says of its columns, less their unpenalised shares. */
    double[][] gram() {
        double[][] gram = design.gram(columns, new double[columns.length], 0, weights);
        for (int k = 0; k < columns.length; k++) {
            for (int j = 0; j <= k; j++) {
                gram[k][j] *= scales[k] * scales[j];
                for (int f = 0; f < unpenalised.rank(); f++) {
                    gram[k][j] -= columnShares[k][f] * columnShares[j][f];
                }
            }
        }
        return gram;
    }

    /** Rows from … from + length − 1 of Z; the first entries of each array of {@code out} are overwritten. */
    void rows(int from, int length, double[][] out) {
        double[] run = new double[length];
        for (int k = 0; k < columns.length; k++) {
            design.read(columns[k], from, length, run, 0);
            for (int i = 0; i < length; i++) {
                out[i][k] = run[i] * roots[from + i] * scales[k];
            }
        }
        for (int f = 0; f < unpenalised.rank(); f++) {
            double[] vector = unpenalised.vector(f);
            for (int k = 0; k < columns.length; k++) {
                double share = columnShares[k][f];
                for (int i = 0; i < length; i++) {
                    out[i][k] -= vector[from + i] * share;
                }
            }
        }
    }

    /** Zᵀt. */
    double[] correlations() {
        return IntStream.range(0, columns.length)
                .mapToDouble(k -> Vectors.dot(scaled(k), target))
                .toArray();
    }

    /** Zᵀv for vectors that hold nothing unpenalised, so that P drops out. */
    double[][] correlations(double[][] v, int width) {
        double[][] products = new double[columns.length][width];
        for (int from = 0; from < columns.length; from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, columns.length);
            Bundles.dot(scaled(from, to), v, Arrays.copyOfRange(products, from, to), width);
        }
        return products;
    }

    /** √w(y − offset − β₀ − Xβ), of which {@link Unpenalised} takes away nothing but what the coefficients missed. */
    double[][] residuals(double[][] u, List<Coefficients> coefficients) {
        int width = coefficients.size();
        double[][] fitted = new double[roots.length][width];
        for (int from = 0; from < columns.length; from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, columns.length);
            Bundles.add(scaled(from, to), Arrays.copyOfRange(u, from, to), fitted, width);
        }
        double[][] residuals = new double[roots.length][width];
        for (int b = 0; b < width; b++) {
            double[] free = unpenalised.product(coefficients.get(b));
            for (int i = 0; i < roots.length; i++) {
                residuals[i][b] = response[i] - free[i] - fitted[i][b];
            }
        }
        return residuals;
    }

    /** √vₖ, which u is β times. */
    double root(int k) {
        return 1 / scales[k];
    }

    /** All coefficients, for each vector u of a bundle. */
    List<Coefficients> coefficients(double[][] u, int width) {
        return IntStream.range(0, width).mapToObj(b -> solution(u, b)).toList();
    }

    private Coefficients solution(double[][] u, int b) {
        double[] beta = new double[design.columns()];
        double[] shares = targetShares.clone();
        for (int k = 0; k < columns.length; k++) {
            beta[columns[k]] = scales[k] * u[k][b];
            for (int f = 0; f < shares.length; f++) {
                shares[f] -= columnShares[k][f] * u[k][b];
            }
        }
        double intercept = unpenalised.coefficients(shares, beta);
        return Coefficients.of(design.columns(), new double[] {intercept}, beta);
    }
}
