package dev.taut.solver;

import dev.taut.kernel.Vectors;
import dev.taut.penalty.Block;
import dev.taut.penalty.BlockProx;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A penalty that is a sum over blocks of coordinates: a block becomes a candidate as a whole. */
final class BlockTerms implements Terms {
    private static final int FEWEST_ADMITTED = 100;
    private static final int FREE = -1;

    private final BlockProx prox;
    private final Problem problem;
    private final State state;
    private final CurvatureModel model;
    private final Candidates candidates;
    private final List<Block> blocks;
    /** The block of every coordinate, or {@link #FREE}. */
    private final int[] owner;
    /** What violations of a block are divided by: the largest norm of its columns. */
    private final double[] norms;
    /** The scale at which a block is asked whether it would rather be elsewhere. */
    private final double[] curvatures;

    BlockTerms(BlockProx prox, Problem problem, State state, CurvatureModel model, Candidates candidates) {
        this.prox = prox;
        this.problem = problem;
        this.state = state;
        this.model = model;
        this.candidates = candidates;
        this.blocks = prox.blocks(problem.datafit().outputs());
        this.owner = new int[state.beta.length];
        this.norms = new double[blocks.size()];
        this.curvatures = new double[norms.length];
        Arrays.fill(owner, FREE);
        double curvature = Math.max(
                Vectors.sum(state.curvature, 0, state.curvature.length)
                        / problem.datafit().outputs(),
                1e-3);
        for (int g = 0; g < norms.length; g++) {
            for (int c : blocks.get(g).coordinates()) {
                owner[c] = g;
                norms[g] = Math.max(norms[g], candidates.norm(c));
            }
            curvatures[g] = curvature * norms[g] * norms[g];
        }
    }

    @Override
    public void admitPresent() {
        candidates.admitPresent();
        boolean[] present = new boolean[norms.length];
        for (int i = 0; i < model.size(); i++) {
            int c = model.coordinate(i);
            if (c < owner.length && owner[c] != FREE) {
                present[owner[c]] = true;
            }
        }
        admit(present);
    }

    private void admit(boolean[] wanted) {
        model.add(IntStream.range(0, wanted.length)
                .filter(g -> wanted[g])
                .flatMap(g -> Arrays.stream(blocks.get(g).coordinates()))
                .toArray());
    }

    @Override
    public int[] inspect() {
        admitPresent();
        state.correlations.all();
        return IntStream.range(0, owner.length).toArray();
    }

    @Override
    public double admitViolators(int[] inspected, double target) {
        double[] c = state.correlations.values();
        double[] violations = new double[norms.length];
        for (int g = 0; g < violations.length; g++) {
            Block block = blocks.get(g);
            violations[g] = block.violation(block.of(state.beta), block.of(c), curvatures[g]) / norms[g];
        }
        double worst = Math.max(Vectors.maxAbs(violations), admitFree(c, target));
        int[] order = IntStream.range(0, violations.length)
                .filter(g -> violations[g] > target && !model.has(blocks.get(g).coordinates()[0]))
                .boxed()
                .sorted(Comparator.comparingDouble(g -> -violations[g]))
                .mapToInt(g -> g)
                .toArray();
        int room = Math.max(FEWEST_ADMITTED, model.size());
        boolean[] wanted = new boolean[violations.length];
        for (int g : order) {
            wanted[g] = room > 0;
            room -= blocks.get(g).size();
        }
        admit(wanted);
        return worst;
    }

    private double admitFree(double[] c, double target) {
        double worst = 0;
        for (int j = 0; j < owner.length; j++) {
            double violation = owner[j] == FREE ? Math.abs(c[j]) / candidates.norm(j) : 0;
            worst = Math.max(worst, violation);
            if (violation > target) {
                model.add(j);
            }
        }
        return worst;
    }

    @Override
    public double worstViolation(int[] inspected) {
        double worst = state.interceptViolation();
        double[] c = state.correlations.values();
        for (int g = 0; g < norms.length; g++) {
            Block block = blocks.get(g);
            worst = Math.max(worst, block.violation(block.of(state.beta), block.of(c), curvatures[g]));
        }
        for (int j = 0; j < owner.length; j++) {
            worst = owner[j] == FREE ? Math.max(worst, Math.abs(c[j])) : worst;
        }
        return worst;
    }

    @Override
    public double gap(double primal, double modelScale, int[] inspected) {
        return new Certifier(problem, new BlockDual(blocks, owner), model).gap(state, primal, modelScale, inspected);
    }

    @Override
    public double value() {
        return prox.value(state.beta);
    }

    /** The blocks in the model with their places there, and every other coordinate alone. */
    private BlockLayout layout() {
        return BlockLayout.of(model, blocks, norms, curvatures, owner);
    }

    @Override
    public double[] violations(double[] c) {
        double[] b = new double[c.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = state.get(model.coordinate(i));
        }
        return layout().violations(b, c);
    }

    @Override
    public double change(double[] from, double[] to, double t) {
        return layout().change(from, to, t);
    }

    @Override
    public double[] solve(double[] b0, double[] c, double scale, double tolerance) {
        return new BlockCore(model, layout(), scale, b0, c).solve(tolerance);
    }

    /** A block at zero stays there; a coefficient may not change its sign. */
    @Override
    public void apply(Forecast forecast, double lambda) {
        forecast.apply(
                lambda,
                state,
                prox::value,
                (c, next, now) -> owner[c] != FREE && Math.signum(next) != Math.signum(now) ? 0 : next);
    }
}
