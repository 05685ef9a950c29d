package dev.taut.testkit;

import java.util.Random;
import java.util.stream.IntStream;

/** Random numbers, vectors and matrices of one seed. */
public final class Draw {
    private final Random random;

    private Draw(Random random) {
        this.random = random;
    }

    public static Draw seeded(long seed) {
        return new Draw(new Random(seed * 0x9E3779B97F4A7C15L));
    }

    /** An integer from {@code least} to {@code most}, both included. */
    public int integer(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A uniform number in [0, 1). */
    public double uniform() {
        return random.nextDouble();
    }

    public double normal() {
        return random.nextGaussian();
    }

    /** n independent standard normals times {@code scale}. */
    public double[] normals(int n, double scale) {
        return IntStream.range(0, n).mapToDouble(i -> scale * normal()).toArray();
    }

    /** p columns of n independent standard normals. */
    public double[][] columns(int n, int p) {
        return IntStream.range(0, p).mapToObj(j -> normals(n, 1)).toArray(double[][]::new);
    }

    /** n weights between 1/2 and 5/2. */
    public double[] weights(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 0.5 + 2 * uniform()).toArray();
    }

    /** The numbers 0 … n−1 in random order. */
    public int[] permutation(int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
