package dev.taut.solver;

import dev.taut.penalty.SeparableProx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which coordinates a {@link CurvatureModel} should know: those that are not zero, that violate, or soon will. */
final class Candidates {
    private static final int FEWEST_ADMITTED = 100;
    /** Candidates per active coefficient up to which some may be there for later. */
    private static final double SPARE = 1.5;
    /** Correlation per limit from which a column is expected to enter soon. */
    private static final double NEAR = 0.7;

    private final Problem structure;
    private final State state;
    private final CurvatureModel model;
    private final double[] norms;
    private final int blocks;
    private Optional<SeparableProx> limited = Optional.empty();
    private Limits limits = new Limits(new double[0], new double[0]);
    /** Whether every non-zero coefficient is a candidate. */
    private boolean complete;

    /** @param norms √Σwᵢxᵢ² of every column */
    Candidates(Problem structure, State state, CurvatureModel model, double[] norms) {
        this.structure = structure;
        this.state = state;
        this.model = model;
        this.norms = norms;
        this.blocks = state.beta.length;
    }

    /** The coefficients have been replaced. */
    void forget() {
        complete = false;
    }

    /** √Σwᵢxᵢ² of every column. */
    double[] norms() {
        return norms;
    }

    /** What violations of a coordinate are divided by. */
    double norm(int coordinate) {
        double norm = coordinate < blocks ? norms[coordinate % norms.length] : 1;
        return norm > 0 ? norm : 1;
    }

    /** Distance of a coordinate from its optimality condition, for the gradient entry given. */
    double violation(SeparableProx prox, int coordinate, double gradient) {
        return coordinate < blocks
                ? prox.violation(coordinate % norms.length, state.beta[coordinate], gradient)
                : Math.abs(gradient);
    }

    /** Candidates, and all others that may violate their condition; their correlations are current. */
    int[] inspect(SeparableProx prox) {
        if (limited.isEmpty() || limited.get() != prox) {
            limited = Optional.of(prox);
            limits = Limits.of(prox);
        }
        admitPresent();
        int[] beyond = state.correlations.beyond(limits, 0, model::has);
        int[] inspected = Arrays.copyOf(beyond, beyond.length + model.size());
        int count = beyond.length;
        for (int i = 0; i < model.size(); i++) {
            if (model.coordinate(i) < blocks) {
                inspected[count++] = model.coordinate(i);
            }
        }
        int[] all = Arrays.copyOf(inspected, count);
        state.correlations.compute(all);
        return all;
    }

    /**
     * Makes the worst violators among these candidates; answers the largest violation per unit norm.
     *
     * @param target violations up to it are none
     */
    double admitViolators(SeparableProx prox, int[] inspected, double target) {
        double worst = 0;
        List<Violator> violators = new ArrayList<>();
        for (int c : inspected) {
            double violation = violation(prox, c, state.correlations.at(c)) / norm(c);
            worst = Math.max(worst, violation);
            if (violation > target && !model.has(c)) {
                violators.add(new Violator(c, violation));
            }
        }
        violators.sort(Violator.WORST_FIRST);
        int limit = Math.max(FEWEST_ADMITTED, model.size());
        if (!violators.isEmpty()) {
            int[] admitted =
                    violators.stream().limit(limit).mapToInt(v -> v.coordinate).toArray();
            model.add(IntStream.concat(IntStream.of(admitted), nextInLine(admitted))
                    .toArray());
        }
        return worst;
    }

    /**
     * Columns that will probably be wanted soon: products with X are cheaper for many columns at once, and a candidate
     * that is there spares a round.
     */
    private IntStream nextInLine(int[] admitted) {
        long active = IntStream.range(0, model.size())
                .filter(i -> state.get(model.coordinate(i)) != 0)
                .count();
        long spare = Math.round(SPARE * (active + admitted.length)) - model.size();
        if (spare <= 0) {
            return IntStream.empty();
        }
        boolean[] wanted = new boolean[blocks];
        IntStream.of(admitted).forEach(c -> wanted[c] = true);
        double[] shares = state.correlations.shares(limits, NEAR, c -> wanted[c] || model.has(c));
        List<Violator> near = new ArrayList<>();
        for (int c = 0; c < blocks; c++) {
            if (shares[c] > 0) {
                near.add(new Violator(c, shares[c]));
            }
        }
        near.sort(Violator.WORST_FIRST);
        return near.stream().limit(spare).mapToInt(v -> v.coordinate);
    }

    private record Violator(int coordinate, double violation) {
        static final Comparator<Violator> WORST_FIRST =
                Comparator.comparingDouble((Violator v) -> -v.violation).thenComparingInt(v -> v.coordinate);
    }

    /** Intercepts and non-zero coefficients are always candidates; where products are known, all are. */
    void admitPresent() {
        if (complete && !model.isEmpty()) {
            return;
        }
        if (model.isEmpty()) {
            model.refresh(state);
        }
        complete = true;
        boolean everything = structure.design().knowsGram();
        IntStream intercepts = IntStream.range(0, structure.intercept() ? state.intercepts.length : 0)
                .map(k -> blocks + k);
        model.add(IntStream.concat(intercepts, IntStream.range(0, blocks).filter(c -> everything || state.beta[c] != 0))
                .toArray());
    }
}
