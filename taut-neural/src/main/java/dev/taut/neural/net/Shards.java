package dev.taut.neural.net;

import dev.taut.kernel.Floats;
import dev.taut.neural.layer.Chain;
import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Pass;
import dev.taut.neural.loss.BatchLoss;
import java.util.Arrays;

/**
 * The gradient of the weighted mean loss over a batch. A batch is cut into shards by its size alone, at most {@link #MOST} of them
 * and of 32 rows or more where there are so many; their gradients are summed in their order. So the result is the same to the
 * bit on any number of threads.
 */
public final class Shards {
    /** More threads than this have nothing to do. */
    public static final int MOST = 8;

    private static final int FEWEST_ROWS = 32;
    private static final int STRETCH = 1 << 14;

    private final BatchLoss loss;
    private final Rows rows;
    private final Mixing mixing;
    private final Workers workers;
    private final int parameters;
    private final Bench[] benches;
    private final float[][] gradients;
    private final double[] values;
    private final int most;

    /** What a thread works on. */
    private final class Bench {
        final Chain chain;
        final float[] x;
        final float[] y;
        final float[] weights;
        final float[] slopes;

        Bench(Net net, int most) {
            chain = Chain.of(net.layers(), net.input(), new Layout(), most);
            x = new float[most * net.input().size()];
            y = new float[most * loss.targets()];
            weights = new float[most];
            slopes = new float[most * loss.outputs()];
        }
    }

    /**
     * For batches of at most {@code batch} rows.
     *
     * @throws IllegalArgumentException if the net does not take such rows, or does not answer what the loss asks for
     */
    public Shards(Net net, BatchLoss loss, Rows rows, Mixing mixing, int batch, Workers workers) {
        if (!net.input().equals(rows.shape())) {
            throw new IllegalArgumentException("the net takes " + net.input() + ", the rows are " + rows.shape());
        }
        if (net.output().size() != loss.outputs()) {
            throw new IllegalArgumentException(
                    "the net answers " + net.output() + " and the loss " + loss.name() + " asks for " + loss.outputs());
        }
        this.loss = loss;
        this.rows = rows;
        this.mixing = mixing;
        this.workers = workers;
        parameters = net.parameters();
        // A smaller batch at the end of an epoch has fewer shards, and they may have more rows than those of a full
        // one.
        most = Math.max(Math.min(batch, 2 * FEWEST_ROWS), (batch + shards(batch) - 1) / shards(batch));
        benches = new Bench[workers.threads()];
        for (int k = 0; k < benches.length; k++) {
            benches[k] = new Bench(net, most);
        }
        gradients = new float[shards(batch)][parameters];
        values = new double[gradients.length];
    }

    static int shards(int rows) {
        return Math.max(1, Math.min(MOST, rows / FEWEST_ROWS));
    }

    /**
     * The weighted mean of the loss over the rows order[from … to), its gradient written to {@code gradient}; where statistics have
     * their slots, their means over the batch.
     *
     * @param noise of this step
     */
    public double gradient(float[] theta, int[] order, int from, int to, Noise noise, float[] gradient) {
        int count = shards(to - from);
        double total = 0;
        for (int i = from; i < to; i++) {
            total += rows.weight(order[i]);
        }
        double weight = total;
        workers.run(count, (worker, shard) -> {
            int first = from + (int) ((long) (to - from) * shard / count);
            int end = from + (int) ((long) (to - from) * (shard + 1) / count);
            Arrays.fill(gradients[shard], 0f);
            Pass pass = new Pass(
                    theta,
                    gradients[shard],
                    end - first,
                    true,
                    (float) (end - first) / (to - from),
                    noise,
                    first - from);
            values[shard] = one(benches[worker], pass, order, first, weight);
        });
        sum(count, gradient);
        double value = 0;
        for (int shard = 0; shard < count; shard++) {
            value += values[shard];
        }
        return value;
    }

    private double one(Bench bench, Pass pass, int[] order, int first, double total) {
        int size = rows.shape().size();
        for (int i = 0; i < pass.rows(); i++) {
            int row = order[first + i];
            rows.input(row, pass.noise().child("row").child(pass.first() + i), bench.x, i * size);
            rows.target(row, bench.y, i * loss.targets());
            bench.weights[i] = (float) (rows.weight(row) / total);
        }
        mixing.mix(rows.shape(), bench.x, bench.y, loss.targets(), pass);
        float[] eta = bench.chain.forward(pass, bench.x);
        double value = loss.value(eta, bench.y, bench.weights, pass.rows(), bench.slopes);
        bench.chain.backward(pass, bench.slopes, false);
        return value;
    }

    private void sum(int count, float[] gradient) {
        workers.run((parameters + STRETCH - 1) / STRETCH, (worker, piece) -> {
            int from = piece * STRETCH;
            int length = Math.min(STRETCH, parameters - from);
            System.arraycopy(gradients[0], from, gradient, from, length);
            for (int shard = 1; shard < count; shard++) {
                Floats.axpy(1f, gradients[shard], from, gradient, from, length);
            }
        });
    }
}
