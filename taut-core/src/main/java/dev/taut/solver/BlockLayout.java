package dev.taut.solver;

import dev.taut.penalty.Block;
import dev.taut.penalty.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the blocks of a penalty are in a {@link CurvatureModel}. */
record BlockLayout(List<Placed> placed) {
    /** A block in the model: where its coefficients are there. A free coordinate is a block of one without a gauge. */
    record Placed(int[] positions, List<Block> gauge, double norm, double curvature) {
        double[] of(double[] all) {
            double[] part = new double[positions.length];
            for (int i = 0; i < part.length; i++) {
                part[i] = all[positions[i]];
            }
            return part;
        }

        double value(double[] part) {
            return gauge.isEmpty() ? 0 : gauge.get(0).value(part);
        }

        double violation(double[] b, double[] gradient) {
            return (gauge.isEmpty() ? Math.abs(gradient[0]) : gauge.get(0).violation(b, gradient, curvature)) / norm;
        }

        double[] step(double[] u, double bound) {
            return gauge.isEmpty() ? u : gauge.get(0).step(u, bound);
        }

        Piece piece(double[] part) {
            return gauge.isEmpty()
                    ? new Piece(1, new int[1], new int[] {1}, new double[1], 0, 0)
                    : gauge.get(0).gauge().piece(part);
        }

        boolean leavesPiece(double[] from, double[] to) {
            return !Arrays.equals(piece(from).part(), piece(to).part());
        }

        double reach(double[] part, double[] d) {
            return gauge.isEmpty() ? 1 : gauge.get(0).gauge().reach(part, d);
        }

        double l2() {
            return gauge.isEmpty() ? 0 : gauge.get(0).l2();
        }
    }

    static BlockLayout of(CurvatureModel model, List<Block> blocks, double[] norms, double[] curvatures, int[] owner) {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            int c = model.coordinate(i);
            int g = c < owner.length ? owner[c] : -1;
            if (g < 0) {
                placed.add(new Placed(new int[] {i}, List.of(), 1, 1));
            } else if (blocks.get(g).coordinates()[0] == c) {
                int[] positions = Arrays.stream(blocks.get(g).coordinates())
                        .map(model::position)
                        .toArray();
                placed.add(new Placed(positions, List.of(blocks.get(g)), norms[g], curvatures[g]));
            }
        }
        return new BlockLayout(placed);
    }

    /** Per position, that of its block. */
    double[] violations(double[] b, double[] gradient) {
        double[] violations = new double[b.length];
        for (Placed block : placed) {
            double violation = block.violation(block.of(b), block.of(gradient));
            for (int position : block.positions) {
                violations[position] = violation;
            }
        }
        return violations;
    }

    double value(double[] b) {
        double sum = 0;
        for (Placed block : placed) {
            sum += block.value(block.of(b));
        }
        return sum;
    }

    /** Σ g(from + t(to − from)) − g(from). */
    double change(double[] from, double[] to, double t) {
        double change = 0;
        for (Placed block : placed) {
            double[] part = block.of(from);
            double before = block.value(part);
            boolean moves = false;
            for (int i = 0; i < part.length; i++) {
                double step = t * (to[block.positions[i]] - part[i]);
                moves |= step != 0;
                part[i] += step;
            }
            change += moves ? block.value(part) - before : 0;
        }
        return change;
    }
}
