package dev.taut.testkit;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.loss.Datafit;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.loss.Weights;
import dev.taut.path.PathProblem;
import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;
import java.util.Arrays;
import java.util.List;

/**
 * A small problem and its reference solutions, strongest λ first.
 *
 * @param weights   empty for equal weights; so are offset, factors and bounds where there are none
 * @param x         columns
 * @param y         numbers, or class codes for the multinomial loss
 * @param nullScore max |∇ⱼ|/factorⱼ at the null model
 * @param lambdaMax nullScore / max(l1Ratio, 0.001)
 */
public record GoldenCase(
        String name,
        Golden.Source source,
        String loss,
        String penalty,
        double l1Ratio,
        boolean intercept,
        boolean standardize,
        boolean sparse,
        double[] weights,
        double[] offset,
        double[] factors,
        double[] lower,
        double[] upper,
        double[][] x,
        double[] y,
        double[] lambdas,
        double nullScore,
        double lambdaMax,
        List<Golden.Solution> solutions) {
    public GoldenCase {
        solutions = List.copyOf(solutions);
    }

    /** The problem as Taut states it. */
    public PathProblem problem() {
        return problem(shape());
    }

    /** The same data, factors and bounds under another penalty. */
    public PathProblem problem(Penalty shape) {
        Design design = sparse ? SparseDesign.ofColumns(y.length, x) : DenseDesign.ofColumns(y.length, x);
        return new PathProblem(
                design, Features.numbered(x.length), datafit(), adjusted(shape), offset, intercept, standardize);
    }

    private Datafit datafit() {
        Loss shape = Losses.named(loss);
        double[] w = weights.length == 0 ? Weights.equal(y.length) : weights;
        return shape.on(target(), w);
    }

    private Target target() {
        if (!loss.equals("multinomial")) {
            return Target.of(y);
        }
        int[] codes = Arrays.stream(y).mapToInt(code -> (int) code).toArray();
        return Target.classes(Arrays.stream(codes).max().orElseThrow() + 1, codes);
    }

    private Penalty shape() {
        return switch (penalty) {
            case "none" -> Penalty.none();
            case "group" -> new GroupPenalty(Groups.each(), l1Ratio, 0);
            default -> Penalty.elasticNet(l1Ratio);
        };
    }

    private Penalty adjusted(Penalty shape) {
        Penalty adjusted = shape;
        for (int j = 0; j < factors.length; j++) {
            adjusted = adjusted.factor("x" + (j + 1), factors[j]);
        }
        for (int j = 0; j < lower.length; j++) {
            adjusted = adjusted.within("x" + (j + 1), lower[j], upper[j]);
        }
        return adjusted;
    }

    /** Whether no penalty acts on the column. */
    public boolean free(int column) {
        return penalty.equals("none") || (factors.length > 0 && factors[column] == 0);
    }

    /** Whether some columns are free while others are penalised. */
    public boolean hasFreeColumns() {
        return Arrays.stream(factors).anyMatch(factor -> factor == 0);
    }

    @Override
    public String toString() {
        return name;
    }
}
