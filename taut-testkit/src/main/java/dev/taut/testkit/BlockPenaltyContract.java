package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.penalty.Block;
import dev.taut.penalty.BlockProx;
import dev.taut.penalty.Gauge;
import dev.taut.penalty.Penalties;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.Piece;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The laws of a penalty that is a sum over blocks. A gauge h and its polar h° are tied by ⟨u, b⟩ ≤ h(b)·h°(u), and the step
 * by Moreau's decomposition: x is the step from u exactly when w = (u − x)/t has h°(w) ≤ 1 and ⟨w, x⟩ = h(x).
 */
public abstract class BlockPenaltyContract {
    private static final int COLUMNS = 7;

    /** The penalty under test, without factors. */
    protected abstract Penalty penalty();

    /** Seven columns, of which the second to fourth come from one column of a table. */
    protected static Features features() {
        return new Features(IntStream.range(0, COLUMNS)
                .mapToObj(j -> new Feature("x" + j, j >= 1 && j <= 3 ? "group" : "x" + j))
                .toList());
    }

    private List<Block> blocks(double lambda, int outputs) {
        return ((BlockProx) penalty().at(lambda, features())).blocks(outputs);
    }

    private void eachBlock(BiConsumer<Block, Draw> check) {
        Seeds.each(20, draw -> blocks(0.5 + draw.uniform(), draw.integer(1, 3)).forEach(b -> check.accept(b, draw)));
    }

    private static double[] somewhere(int size, Draw draw) {
        double[] b = draw.normals(size, 2);
        for (int i = 0; i < size; i++) {
            boolean tied = i > 0 && draw.uniform() < 0.3;
            b[i] = draw.uniform() < 0.3 ? 0 : tied ? b[i - 1] : b[i];
        }
        return b;
    }

    @Test
    void blocksAreDisjointAndComplete() {
        for (int outputs = 1; outputs <= 3; outputs++) {
            int[] all = blocks(1, outputs).stream()
                    .flatMapToInt(b -> Arrays.stream(b.coordinates()))
                    .sorted()
                    .toArray();
            assertThat(all).isEqualTo(IntStream.range(0, COLUMNS * outputs).toArray());
        }
    }

    @Test
    void freeColumnsAreInNoBlock() {
        BlockProx prox = (BlockProx) penalty().free("x0", "x5").at(1, features());
        assertThat(prox.blocks(2).stream()
                        .flatMapToInt(b -> Arrays.stream(b.coordinates()).map(c -> c % COLUMNS)))
                .isNotEmpty()
                .doesNotContain(0, 5);
    }

    @Test
    void theGaugeIsHomogeneousAndConvex() {
        eachBlock((block, draw) -> {
            Gauge h = block.gauge();
            double[] a = somewhere(block.size(), draw);
            double[] b = somewhere(block.size(), draw);
            assertThat(h.value(times(a, -3))).isCloseTo(3 * h.value(a), within(1e-12 * h.value(a)));
            assertThat(h.value(plus(a, 1, b))).isLessThanOrEqualTo(h.value(a) + h.value(b) + 1e-12);
            assertThat(h.value(new double[block.size()])).isZero();
        });
    }

    @Test
    void thePolarBoundsProducts() {
        eachBlock((block, draw) -> {
            Gauge h = block.gauge();
            double[] u = draw.normals(block.size(), 1);
            double polar = h.polar(u);
            for (int k = 0; k < 20; k++) {
                double[] b = somewhere(block.size(), draw);
                assertThat(dot(u, b)).isLessThanOrEqualTo(h.value(b) * polar * (1 + 1e-12) + 1e-12);
            }
        });
    }

    @Test
    void theStepIsMoreausDecomposition() {
        eachBlock((block, draw) -> {
            Gauge h = block.gauge();
            double t = 2 * draw.uniform();
            double[] u = draw.normals(block.size(), 2);
            double[] x = new double[u.length];
            h.step(u, t, x);
            double[] w = times(plus(u, -1, x), 1 / t);
            assertThat(h.polar(w)).isLessThanOrEqualTo(1 + 1e-10);
            assertThat(dot(w, x)).isCloseTo(h.value(x), within(1e-10 * (1 + h.value(x))));
        });
    }

    @Test
    void thePolarTellsWhatStaysAtZero() {
        eachBlock((block, draw) -> {
            Gauge h = block.gauge();
            double[] u = draw.normals(block.size(), 1);
            double polar = h.polar(u);
            double[] x = new double[u.length];
            h.step(u, polar * (1 + 1e-9), x);
            assertThat(x).containsOnly(0);
            h.step(u, polar * (1 - 1e-6), x);
            assertThat(h.value(x)).isPositive();
        });
    }

    /** Along the parts of its piece the gauge has this gradient and this Hessian. */
    @Test
    void pieces() {
        eachBlock((block, draw) -> {
            Gauge h = block.gauge();
            double[] b = new double[block.size()];
            h.step(draw.normals(b.length, 3), 1, b);
            Piece piece = h.piece(b);
            assertThat(dot(piece.slope(), b)).isCloseTo(h.value(b), within(1e-10 * (1 + h.value(b))));
            double[] z = draw.normals(piece.parts(), 1);
            double[] d = new double[b.length];
            for (int i = 0; i < d.length; i++) {
                d[i] = piece.part()[i] < 0 ? 0 : piece.sign()[i] * z[piece.part()[i]];
            }
            double small = 1e-4 * Math.min(1, h.reach(b, times(d, 1e3)) * 1e3);
            double up = h.value(plus(b, small, d));
            double down = h.value(plus(b, -small, d));
            double middle = h.value(b);
            if (h.reach(b, times(d, -small)) == 1 && h.reach(b, times(d, small)) == 1) {
                assertThat((up - down) / (2 * small)).isCloseTo(dot(piece.slope(), d), within(1e-5 * (1 + middle)));
                double bend = piece.bend() * dot(d, d) - piece.pull() * dot(b, d) * dot(b, d);
                double found = (up - 2 * middle + down) / (small * small);
                assertThat(found).isCloseTo(bend, within(1e-6 * (1 + middle) / small));
            }
        });
    }

    @Test
    void theConjugateIsTheSupremum() {
        eachBlock((block, draw) -> {
            double[] u = draw.normals(block.size(), 1);
            double[] inside = times(u, block.shrink(u));
            double conjugate = block.conjugate(inside);
            for (int k = 0; k < 20; k++) {
                double[] b = somewhere(block.size(), draw);
                assertThat(dot(inside, b) - block.value(b)).isLessThanOrEqualTo(conjugate + 1e-9);
            }
            double[] best = block.step(times(inside, 1e6), 1e-6);
            assertThat(dot(inside, best) - block.value(best)).isCloseTo(conjugate, within(1e-3 * (1 + conjugate)));
        });
    }

    @Test
    void violationIsZeroAtMinima() {
        eachBlock((block, draw) -> {
            double[] u = draw.normals(block.size(), 2);
            double[] x = block.step(u, 0.7);
            double[] gradient = times(plus(x, -1, u), 0.7);
            assertThat(block.violation(x, gradient, 0.3)).isLessThan(1e-10);
            double[] elsewhere = plus(x, 0.1, draw.normals(x.length, 1));
            assertThat(block.violation(elsewhere, times(plus(elsewhere, -1, u), 0.7), 0.3))
                    .isPositive();
        });
    }

    @Test
    void boundsAreRefused() {
        assertThatThrownBy(() -> penalty().within("x1", -1, 1).at(1, features()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bounds");
    }

    @Test
    void namesReadBack() {
        assertThat(Penalties.named(penalty().name())).isEqualTo(penalty());
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double[] times(double[] a, double factor) {
        return Arrays.stream(a).map(x -> factor * x).toArray();
    }

    private static double[] plus(double[] a, double factor, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> a[i] + factor * b[i])
                .toArray();
    }
}
