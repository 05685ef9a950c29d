package dev.taut.neural.layer;

/**
 * Random numbers that are a function of a key and a position, with no state: whoever asks for number i, in whichever order and
 * on whichever thread, gets the same one. SplitMix64 (Steele, Lea and Flood 2014), read at random positions.
 *
 * @param key of the purpose; children of different purposes are as independent as the mixing function
 */
public record Noise(long key) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** For all of one seed. */
    public static Noise of(long seed) {
        return new Noise(mix(seed + GOLDEN_GAMMA));
    }

    /** For one purpose. */
    public Noise child(String purpose) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * 0x100000001B3L;
        }
        return child(hash);
    }

    /** For one numbered purpose: an epoch, a step, a layer, a row. */
    public Noise child(long number) {
        return new Noise(mix(mix(key + GOLDEN_GAMMA) ^ number));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** 64 random bits. */
    public long bits(long i) {
        return mix(key + (i + 1) * GOLDEN_GAMMA);
    }

    /** A number in [0, 1), a multiple of 2⁻²⁴. */
    public float uniform(long i) {
        return (bits(i) >>> 40) * 0x1p-24f;
    }

    /** A whole number 0 … bound−1, {@code bound} ≥ 1; the likelihoods differ by at most bound/2³¹ of themselves. */
    public int below(int bound, long i) {
        return (int) (((bits(i) >>> 33) * bound) >>> 31);
    }

    /** A number from the standard normal distribution (Box and Muller 1958), the same on every platform. */
    public double normal(long i) {
        long bits = bits(i);
        double radius = StrictMath.sqrt(-2 * StrictMath.log(((bits >>> 32) + 1) * 0x1p-32));
        return radius * StrictMath.cos(2 * Math.PI * ((bits & 0xFFFFFFFFL) * 0x1p-32));
    }

    /** 0 … n−1 in random order, each order equally likely but for {@link #below}. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = below(i + 1, i);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
