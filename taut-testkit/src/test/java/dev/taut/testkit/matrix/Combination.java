package dev.taut.testkit.matrix;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.loss.Losses;
import dev.taut.path.PathProblem;
import dev.taut.penalty.Constraint;
import dev.taut.penalty.Penalty;
import dev.taut.testkit.Draw;
import dev.taut.testkit.matrix.PenaltyFormula.Context;
import dev.taut.testkit.matrix.Variation.Part;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A cell of the matrix in plain numbers: what the library is given, and what is checked against.
 *
 * @param weights one per row, on any scale
 * @param offset  one per row and output, or none
 * @param factors one per column
 * @param lower   of the coefficients of the raw columns
 */
record Combination(
        LossCase loss,
        PenaltyCase penaltyCase,
        Table table,
        Observed seen,
        double[] weights,
        double[] offset,
        double[] factors,
        double[] lower,
        double[] upper,
        List<Constraint> constraints,
        boolean intercept,
        boolean standardize) {

    /** Rows beyond columns, or columns beyond rows. */
    enum Shape {
        TALL,
        WIDE
    }

    static Combination of(
            LossCase loss,
            PenaltyCase penalty,
            Shape shape,
            Variation variation,
            boolean intercept,
            boolean standardize) {
        Draw draw = Draw.seeded(7 + shape.ordinal());
        Table table = shape == Shape.TALL ? Table.tall(draw) : Table.wide(draw);
        Observed seen = Observed.drawn(loss.kind(), table.signal(), draw);
        int n = table.rows();
        int p = table.size();
        double[] weights = filled(n, 1);
        if (variation.has(Part.WEIGHTS)) {
            Arrays.setAll(weights, i -> 0.4 * ((i * 7 + 2) % 4));
        }
        double[] offset = variation.has(Part.OFFSET) ? draw.normals(n * seen.outputs(), 0.4) : new double[0];
        double[] factors = filled(p, 1);
        if (variation.has(Part.FACTORS)) {
            Arrays.setAll(
                    factors, j -> j == 1 ? 2 : table.names().get(j).source().equals("c") ? 0.5 : 1);
        }
        factors[3] = variation.has(Part.MIXED) ? 3 : factors[3];
        factors[0] = variation.has(Part.FREE) ? 0 : factors[0];
        double[] lower = filled(p, Double.NEGATIVE_INFINITY);
        double[] upper = filled(p, Double.POSITIVE_INFINITY);
        if (variation.has(Part.BOUNDS)) {
            // Against the signal, tight around it, and none at all; a free column may have a bound, too.
            upper[0] = variation.has(Part.FREE) ? 0.2 : 0;
            lower[1] = -0.1;
            upper[1] = 0.05;
            lower[p - 1] = 0;
            upper[p - 1] = 0;
        }
        List<Constraint> constraints = variation.has(Part.CONSTRAINTS) ? constraints(table) : List.of();
        return new Combination(
                loss,
                penalty,
                table,
                seen,
                weights,
                offset,
                factors,
                lower,
                upper,
                constraints,
                intercept,
                standardize);
    }

    private static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }

    int rows() {
        return table.rows();
    }

    int columns() {
        return table.size();
    }

    Penalty penalty() {
        Penalty penalty = penaltyCase.penalty();
        for (int j = 0; j < columns(); j++) {
            String name = table.names().get(j).name();
            penalty = factors[j] == 1 ? penalty : penalty.factor(name, factors[j]);
            boolean bounded = Double.isFinite(lower[j]) || Double.isFinite(upper[j]);
            penalty = bounded ? penalty.within(name, lower[j], upper[j]) : penalty;
        }
        return penalty.subjectTo(constraints.toArray(Constraint[]::new));
    }

    /** A limit that the signal exceeds, a sum that is zero, and levels of the category in order. */
    private static List<Constraint> constraints(Table table) {
        String first = table.names().get(0).name();
        String second = table.names().get(1).name();
        String last = table.names().get(table.size() - 1).name();
        return Stream.of(
                        List.of(new Constraint(
                                List.of(new Constraint.Term(first, 1), new Constraint.Term(second, -2)), -1, 0.3)),
                        List.of(Constraint.sumZero(second, last)),
                        Constraint.increasing("c=0", "c=1", "c=2"))
                .flatMap(List::stream)
                .toList();
    }

    /** The factors of a constraint for the raw columns. */
    double[] row(Constraint constraint) {
        double[] row = new double[columns()];
        for (int j = 0; j < row.length; j++) {
            String name = table.names().get(j).name();
            row[j] = constraint.terms().stream()
                    .filter(term -> term.column().equals(name))
                    .mapToDouble(Constraint.Term::factor)
                    .sum();
        }
        return row;
    }

    Design design() {
        return DenseDesign.ofColumns(rows(), table.columns());
    }

    PathProblem problem(Design design) {
        return new PathProblem(
                design,
                table.features(),
                Losses.named(loss.named()).on(seen.target(), weights),
                penalty(),
                offset,
                intercept,
                standardize);
    }

    Combination with(PenaltyCase other) {
        return new Combination(
                loss, other, table, seen, weights, offset, factors, lower, upper, constraints, intercept, standardize);
    }

    Combination withOffset(double... other) {
        return new Combination(
                loss,
                penaltyCase,
                table,
                seen,
                weights,
                other,
                factors,
                lower,
                upper,
                constraints,
                intercept,
                standardize);
    }

    Combination withFactors(double... other) {
        return new Combination(
                loss,
                penaltyCase,
                table,
                seen,
                weights,
                offset,
                other,
                lower,
                upper,
                constraints,
                intercept,
                standardize);
    }

    /** Every row as often as its weight says, in units of {@code unit}, each with weight 1. */
    Combination repeated(double unit) {
        int[] which = IntStream.range(0, rows())
                .flatMap(i -> IntStream.generate(() -> i).limit(Math.round(weights[i] / unit)))
                .toArray();
        return new Combination(
                loss,
                penaltyCase,
                table.rows(which),
                seen.rows(which),
                filled(which.length, 1),
                offset.length == 0
                        ? offset
                        : IntStream.range(0, seen.outputs())
                                .flatMap(k -> Arrays.stream(which).map(i -> k * rows() + i))
                                .mapToDouble(i -> offset[i])
                                .toArray(),
                factors,
                lower,
                upper,
                constraints,
                intercept,
                standardize);
    }

    double[] normalizedWeights() {
        double all = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / all).toArray();
    }

    /** Where there is an intercept, or nothing depends on it. */
    private boolean isCentred() {
        return intercept || !loss.hasIntercept();
    }

    /** Means that columns are centred at. */
    double[] centers() {
        double[] w = normalizedWeights();
        boolean centred = isCentred();
        return IntStream.range(0, columns())
                .mapToDouble(j -> centred ? mean(w, table.columns()[j]) : 0)
                .toArray();
    }

    private static double mean(double[] w, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += w[i] * x[i];
        }
        return sum;
    }

    /**
     * What columns are divided by: weighted population standard deviations, or 1; +∞ for a column that is zero once it is
     * centred.
     */
    double[] scales() {
        double[] w = normalizedWeights();
        boolean centred = isCentred();
        return IntStream.range(0, columns())
                .mapToDouble(j -> {
                    double[] x = table.columns()[j];
                    double mean = mean(w, x);
                    double deviation = Math.sqrt(mean(
                            w,
                            Arrays.stream(x).map(v -> (v - mean) * (v - mean)).toArray()));
                    if (deviation < 1e-12) {
                        return centred ? Double.POSITIVE_INFINITY : 1;
                    }
                    return standardize ? deviation : 1;
                })
                .toArray();
    }

    Context context(double lambda) {
        return new Context(lambda, table.groups(), factors, seen.outputs());
    }

    /** η of intercepts and coefficients for the raw columns. */
    double[] eta(double[] intercepts, double[] beta) {
        double[] eta = new double[rows() * seen.outputs()];
        for (int c = 0; c < eta.length; c++) {
            int k = c / rows();
            eta[c] = intercepts[k] + (offset.length == 0 ? 0 : offset[c]);
            for (int j = 0; j < columns(); j++) {
                eta[c] += table.columns()[j][c % rows()] * beta[k * columns() + j];
            }
        }
        return eta;
    }
}
