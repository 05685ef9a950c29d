package dev.taut.testkit.matrix;

import dev.taut.design.Design;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import dev.taut.testkit.matrix.Combination.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One cell of the matrix, and what is wrong with it. */
record Trial(
        LossCase loss,
        PenaltyCase penalty,
        Shape shape,
        Variation variation,
        boolean intercept,
        boolean standardize,
        List<Storages> storages) {
    private static final int KNOTS = 4;
    /** λ max up to which what is free fits every row. */
    static final double ROUNDING = 1e-7;

    @Override
    public String toString() {
        return String.join(
                " ",
                loss.toString(),
                penalty.toString(),
                shape.toString(),
                variation.toString(),
                intercept ? "intercept" : "no-intercept",
                standardize ? "standardized" : "raw",
                storages.toString());
    }

    /** The same on these storages besides the dense one. */
    Trial on(List<Storages> others) {
        return new Trial(loss, penalty, shape, variation, intercept, standardize, others);
    }

    Combination combination() {
        return Combination.of(loss, penalty, shape, variation, intercept, standardize);
    }

    /** The message with which the combination is refused at construction; empty if it is not. */
    Optional<String> refusal() {
        Combination combination = combination();
        try {
            combination.problem(combination.design());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Empty if all is well. */
    List<String> complaints(Path folder) {
        Combination combination = combination();
        List<String> complaints = new ArrayList<>();
        LambdaPath path;
        try {
            path = walk(combination, combination.design(), lambdas());
        } catch (RuntimeException e) {
            return List.of("thrown: " + e + " at " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), 4)));
        }
        // Which knots are enclosed differs from trial to trial.
        int every = Cells.everything() ? 2 : KNOTS;
        int turn = variation.ordinal() + loss.ordinal() + penalty.ordinal();
        complaints.addAll(Judge.complaints(combination, path, k -> (k + turn) % every == 0));
        if (!complaints.isEmpty()) {
            return complaints;
        }
        // Where what is free fits every row already, λ max is rounding.
        if (path.lambdaMax() > ROUNDING && penalty.hasZeros()) {
            largest(combination, path, complaints);
        }
        if (fitsTwice() && !hasOneLasso()) {
            return complaints;
        }
        Same same = new Same(combination, path, complaints);
        for (Storages storage : storages) {
            same.compare(storage.toString(), combination, storage.of(combination.table(), folder), 1);
        }
        if (variation.has(Variation.Part.WEIGHTS) && loss.countsWeights() && penalty != PenaltyCase.ADAPTIVE) {
            Combination repeated = combination.repeated(0.4);
            same.compare("repeated rows", repeated, repeated.design(), 1);
        }
        if (variation == Variation.PLAIN) {
            double[] zeros = new double[combination.rows() * combination.seen().outputs()];
            same.compare("offset 0", combination.withOffset(zeros), combination.design(), 1);
        }
        if (variation == Variation.FACTORS) {
            double[] doubled =
                    Arrays.stream(combination.factors()).map(f -> 2 * f).toArray();
            same.compare("factors · 2", combination.withFactors(doubled), combination.design(), 0.5);
        }
        return complaints;
    }

    /** Above λ max there are no penalised coefficients, at λ max none are better, and below there are some. */
    private void largest(Combination combination, LambdaPath path, List<String> complaints) {
        double most = path.lambdaMax();
        LambdaPath around = walk(combination, combination.design(), Lambdas.of(most * 1.001, most, most * 0.999));
        Knot above = around.knots().get(0);
        Knot at = around.knots().get(1);
        // Columns that are worth nothing one by one may be worth their price together.
        if (!penalty.isCount() && !vanishes(combination, above)) {
            complaints.add("above lambda max " + most + ": "
                    + Arrays.toString(above.coefficients().dense()));
        }
        Pilot pilot = Pilot.of(combination);
        double better = Judge.objective(combination, pilot, 0, around.raw(above), above.coefficients())
                - at.certificate().objective();
        if (penalty.isConvex()
                && !penalty.isRelaxed()
                && better > 2e-9 * at.certificate().scale()) {
            complaints.add("at lambda max " + most + ", penalised coefficients are better by " + better);
        }
        // Constraints may hold coefficients at zero below it.
        if (loss.isSmooth()
                && combination.constraints().isEmpty()
                && vanishes(combination, around.knots().get(2))) {
            complaints.add("no penalised coefficients below lambda max " + most);
        }
    }

    /** Whether nothing is left of the penalty. */
    private boolean vanishes(Combination combination, Knot knot) {
        double[] b = knot.coefficients().dense();
        double size = Arrays.stream(b).map(Math::abs).sum();
        return penalty.at(combination.context(1)).at(b, new double[b.length])
                <= (penalty.hasZeroCoefficients() ? 0 : 1e-12 * size);
    }

    private boolean fitsTwice() {
        return penalty.isRelaxed() || penalty == PenaltyCase.ADAPTIVE;
    }

    /** Whether a first fit is unique, so that what the second one makes of it can be compared. */
    private boolean hasOneLasso() {
        return loss.isSmooth() && shape == Shape.TALL && !intercept && penalty != PenaltyCase.RELAXED_HALF;
    }

    private Lambdas lambdas() {
        return penalty.hasZeros() ? Lambdas.grid(KNOTS, 0.02) : Lambdas.grid(KNOTS, 1e-5);
    }

    static LambdaPath walk(Combination combination, Design design, Lambdas lambdas) {
        PathProblem problem = combination.problem(design);
        return Paths.walk(problem, lambdas, Stopping.DEFAULT, Observer.SILENT);
    }
}
