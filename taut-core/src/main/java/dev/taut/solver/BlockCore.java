package dev.taut.solver;

import dev.taut.kernel.Vectors;
import dev.taut.penalty.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * minimise over b: ½(b − b₀)ᵀ(sH)(b − b₀) + cᵀ(b − b₀) + Σ g_B(b_B) on the coordinates of a {@link CurvatureModel}.
 *
 * <p>Sweeps over the blocks, each a proximal step with the block's own curvature, find the piece on which the penalty is
 * smooth; Newton steps on that piece find its minimum. Each lowers the objective, and sweeps alone converge (Tseng 2001).
 */
final class BlockCore {
    private static final int MAX_ROUNDS = 500;
    private static final int NEWTON_STEPS = 20;
    private static final int MAX_STALE = 40;
    private static final double ARMIJO = 1e-4;
    /** Changes of the penalty below this share of it are rounding. */
    private static final double ROUNDING = 1e-15;
    /** To which share of the gradient Newton's equations are solved, and how many steps that may take. */
    private static final double CONJUGATE = 1e-3;

    /** Curvature per diagonal below which it is all rounding. */
    private static final double FLAT = 1e-12;

    private static final int MOST_CONJUGATE = 100;
    private static final int MANY_CONJUGATE = 15;

    private final CurvatureModel model;
    private final BlockLayout layout;
    private final double scale;
    private final double[] b;
    /** The gradient of the quadratic part at b. */
    private final double[] r;
    /** What steps of each block trust its curvature to be at most; 0 until first asked. */
    private final double[] bounds;

    private final double[] unit;

    BlockCore(CurvatureModel model, BlockLayout layout, double scale, double[] b0, double[] c) {
        this.model = model;
        this.layout = layout;
        this.scale = scale;
        this.b = b0.clone();
        this.r = c.clone();
        this.bounds = new double[layout.placed().size()];
        this.unit = new double[b.length];
    }

    double[] solve(double tolerance) {
        double best = Double.POSITIVE_INFINITY;
        int stale = 0;
        double last = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MAX_ROUNDS && stale < MAX_STALE; round++) {
            double violation = Vectors.maxAbs(layout.violations(b, r));
            if (violation <= tolerance) {
                break;
            }
            stale = violation < 0.5 * best ? 0 : stale + 1;
            best = Math.min(best, violation);
            sweep(violation > 0.5 * last);
            last = violation;
            polish(tolerance);
        }
        return b;
    }

    /**
     * Steps of all blocks in turn, or of those alone whose step leads to another piece: within a piece Newton's method goes
     * farther.
     */
    private void sweep(boolean all) {
        for (int g = 0; g < bounds.length; g++) {
            BlockLayout.Placed block = layout.placed().get(g);
            if (bounds[g] == 0) {
                bounds[g] = largestDiagonal(block);
            }
            if (bounds[g] > 0) {
                step(g, block, all);
            }
        }
    }

    private double largestDiagonal(BlockLayout.Placed block) {
        double largest = 0;
        for (int position : block.positions()) {
            largest = Math.max(largest, scale * model.entry(position, position));
        }
        return largest;
    }

    /** One proximal step; where the curvature turns out larger than trusted, it is trusted to be twice as large. */
    private void step(int g, BlockLayout.Placed block, boolean always) {
        double[] part = block.of(b);
        double[] gradient = block.of(r);
        while (true) {
            double[] u = new double[part.length];
            for (int i = 0; i < u.length; i++) {
                u[i] = part[i] - gradient[i] / bounds[g];
            }
            double[] next = block.step(u, bounds[g]);
            double square = 0;
            for (int i = 0; i < next.length; i++) {
                unit[block.positions()[i]] = next[i] - part[i];
                square += (next[i] - part[i]) * (next[i] - part[i]);
            }
            if (square == 0 || !(always || block.leavesPiece(part, next))) {
                for (int position : block.positions()) {
                    unit[position] = 0;
                }
                return;
            }
            double[] product = new double[b.length];
            model.addTimes(unit, scale, product);
            double bending = 0;
            for (int position : block.positions()) {
                bending += unit[position] * product[position];
                unit[position] = 0;
            }
            if (bending <= bounds[g] * square * (1 + 1e-12)) {
                for (int i = 0; i < next.length; i++) {
                    b[block.positions()[i]] = next[i];
                }
                for (int i = 0; i < r.length; i++) {
                    r[i] += product[i];
                }
                return;
            }
            bounds[g] = Math.max(2 * bounds[g], bending / square);
        }
    }

    /** Newton's method on the piece where b is, until its gradient vanishes or the piece ends. */
    private void polish(double tolerance) {
        for (int step = 0; step < NEWTON_STEPS; step++) {
            PieceSystem system = new PieceSystem();
            if (system.size == 0 || system.worst() <= 1e-2 * tolerance) {
                return;
            }
            double[] d = system.direction();
            if (advance(d, system.slope(d)) < 1) {
                return;
            }
        }
    }

    /** Moves along d as far as the piece and the objective allow; answers the share of d. */
    private double advance(double[] d, double slope) {
        if (!(slope < 0)) {
            return 0;
        }
        double[] product = new double[b.length];
        model.addTimes(d, scale, product);
        double bending = 0;
        double linear = 0;
        double t = 1;
        for (int i = 0; i < d.length; i++) {
            bending += d[i] * product[i];
            linear += r[i] * d[i];
        }
        for (BlockLayout.Placed block : layout.placed()) {
            t = Math.min(t, block.reach(block.of(b), block.of(d)));
        }
        double[] to = b.clone();
        for (int i = 0; i < d.length; i++) {
            to[i] += d[i];
        }
        double noise = ROUNDING * layout.value(b);
        for (; t > 1e-10; t /= 2) {
            double change = t * linear + t * t / 2 * bending + layout.change(b, to, t);
            if (change <= ARMIJO * t * slope + noise) {
                for (int i = 0; i < d.length; i++) {
                    b[i] += t * d[i];
                    r[i] += t * product[i];
                }
                return t;
            }
        }
        return 0;
    }

    /** The equations of a Newton step in the coordinates of the piece. */
    private final class PieceSystem {
        /** The part each position moves with, or −1, and its sign. */
        private final int[] part = new int[b.length];

        private final int[] sign = new int[b.length];
        private final double[] gradient;
        private final double[] norms;
        private final List<Piece> pieces = new ArrayList<>();
        private final int[] first;
        final int size;

        PieceSystem() {
            List<BlockLayout.Placed> placed = layout.placed();
            first = new int[placed.size() + 1];
            Arrays.fill(part, -1);
            for (int g = 0; g < placed.size(); g++) {
                BlockLayout.Placed block = placed.get(g);
                Piece piece = block.piece(block.of(b));
                pieces.add(piece);
                for (int i = 0; i < block.positions().length; i++) {
                    if (piece.part()[i] >= 0) {
                        part[block.positions()[i]] = first[g] + piece.part()[i];
                        sign[block.positions()[i]] = piece.sign()[i];
                    }
                }
                first[g + 1] = first[g] + piece.parts();
            }
            size = first[placed.size()];
            gradient = new double[size];
            norms = new double[size];
            for (int g = 0; g < placed.size(); g++) {
                BlockLayout.Placed block = placed.get(g);
                for (int i = 0; i < block.positions().length; i++) {
                    int position = block.positions()[i];
                    if (part[position] >= 0) {
                        double slope = r[position] + pieces.get(g).slope()[i] + block.l2() * b[position];
                        gradient[part[position]] += sign[position] * slope;
                        norms[part[position]] = block.norm();
                    }
                }
            }
        }

        /** The largest derivative per unit norm. */
        double worst() {
            double worst = 0;
            for (int k = 0; k < size; k++) {
                worst = Math.max(worst, Math.abs(gradient[k]) / norms[k]);
            }
            return worst;
        }

        /** −M⁻¹·gradient, per position, by conjugate gradients on the last {@link PieceFactor}. */
        double[] direction() {
            PieceFactor factor = model.pieces();
            boolean single = Arrays.stream(part).filter(k -> k >= 0).count() == size;
            if (!factor.serves(part, single)) {
                factor.renew(part, single, matrix(), size);
            }
            double[] diagonal = diagonal();
            double[] z = new double[size];
            double[] residual = new double[size];
            for (int k = 0; k < size; k++) {
                residual[k] = -gradient[k];
            }
            double[] conditioned = factor.solved(part, residual, diagonal);
            double[] along = conditioned.clone();
            double length = Vectors.dot(residual, conditioned);
            double enough = CONJUGATE * CONJUGATE * length;
            int steps = 0;
            while (length > enough && steps++ < MOST_CONJUGATE) {
                double[] product = times(along);
                double bending = Vectors.dot(along, product);
                if (!(bending > FLAT * weighted(diagonal, along))) {
                    // A direction in which nothing bends, such as the same shift of all intercepts.
                    break;
                }
                Vectors.shiftedAxpy(length / bending, along, 0, z, 0, size);
                Vectors.shiftedAxpy(-length / bending, product, 0, residual, 0, size);
                conditioned = factor.solved(part, residual, diagonal);
                double next = Vectors.dot(residual, conditioned);
                for (int k = 0; k < size; k++) {
                    along[k] = conditioned[k] + next / length * along[k];
                }
                length = next;
            }
            if (steps > MANY_CONJUGATE) {
                factor.forget();
            }
            return spread(z);
        }

        private double weighted(double[] diagonal, double[] z) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += diagonal[k] * z[k] * z[k];
            }
            return sum;
        }

        private double[] spread(double[] z) {
            double[] d = new double[b.length];
            for (int i = 0; i < d.length; i++) {
                d[i] = part[i] < 0 ? 0 : sign[i] * z[part[i]];
            }
            return d;
        }

        /** M·z. */
        private double[] times(double[] z) {
            double[] d = spread(z);
            double[] product = new double[b.length];
            model.addTimes(d, scale, product);
            for (int g = 0; g < pieces.size(); g++) {
                BlockLayout.Placed block = layout.placed().get(g);
                Piece piece = pieces.get(g);
                double[] own = block.of(d);
                double[] at = block.of(b);
                double inner = piece.pull() > 0 ? Vectors.dot(at, own) : 0;
                for (int i = 0; i < own.length; i++) {
                    product[block.positions()[i]] +=
                            (piece.bend() + block.l2()) * own[i] - piece.pull() * inner * at[i];
                }
            }
            double[] out = new double[size];
            for (int i = 0; i < product.length; i++) {
                if (part[i] >= 0) {
                    out[part[i]] += sign[i] * product[i];
                }
            }
            return out;
        }

        double slope(double[] d) {
            double slope = 0;
            boolean[] seen = new boolean[size];
            for (int i = 0; i < d.length; i++) {
                if (part[i] >= 0 && !seen[part[i]]) {
                    seen[part[i]] = true;
                    slope += gradient[part[i]] * sign[i] * d[i];
                }
            }
            return slope;
        }

        private double[][] matrix() {
            double[][] m = new double[size][];
            for (int k = 0; k < size; k++) {
                m[k] = new double[k + 1];
            }
            for (int i = 0; i < b.length; i++) {
                if (part[i] < 0) {
                    continue;
                }
                for (int j = 0; j < b.length; j++) {
                    if (part[j] >= 0 && part[j] <= part[i]) {
                        m[part[i]][part[j]] += scale * sign[i] * sign[j] * model.entry(i, j);
                    }
                }
            }
            for (int g = 0; g < pieces.size(); g++) {
                addPiece(layout.placed().get(g), pieces.get(g), first[g], m);
            }
            return m;
        }

        /** The diagonal of M, but for what pieces pull. */
        private double[] diagonal() {
            double[] diagonal = new double[size];
            for (int g = 0; g < pieces.size(); g++) {
                BlockLayout.Placed block = layout.placed().get(g);
                for (int position : block.positions()) {
                    if (part[position] >= 0) {
                        diagonal[part[position]] += scale * model.entry(position, position)
                                + pieces.get(g).bend()
                                + block.l2();
                    }
                }
            }
            return diagonal;
        }

        /** ∇²g_B = (bend + l2)·I − pull·bbᵀ. */
        private void addPiece(BlockLayout.Placed block, Piece piece, int at, double[][] m) {
            double[] along = new double[piece.parts()];
            for (int i = 0; i < block.positions().length; i++) {
                int k = piece.part()[i];
                if (k >= 0) {
                    m[at + k][at + k] += piece.bend() + block.l2();
                    along[k] += piece.sign()[i] * b[block.positions()[i]];
                }
            }
            for (int k = 0; piece.pull() > 0 && k < along.length; k++) {
                for (int l = 0; l <= k; l++) {
                    m[at + k][at + l] -= piece.pull() * along[k] * along[l];
                }
            }
        }
    }
}
