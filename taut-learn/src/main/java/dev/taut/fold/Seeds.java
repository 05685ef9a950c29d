package dev.taut.fold;

/**
 * One master seed, split by purpose: {@code Seeds.of(42).stream("folds")} draws the same numbers on every JDK, whatever
 * was drawn for another purpose, in whichever order and by however many threads.
 *
 * <p>Each stream is a SplitMix64 generator (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number
 * generators") that starts at a hash of the master seed and the purpose's name.
 */
public final class Seeds {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;

    private Seeds(long seed) {
        this.seed = seed;
    }

    public static Seeds of(long seed) {
        return new Seeds(seed);
    }

    /** The seeds of one part of the work, as independent of its siblings as streams are. */
    public Seeds child(String purpose) {
        return new Seeds(start(purpose));
    }

    /** A generator for this purpose, always at its beginning. */
    public Draws stream(String purpose) {
        return new Draws(start(purpose));
    }

    private long start(String purpose) {
        return mix(mix(seed + GOLDEN_GAMMA) ^ hash(purpose));
    }

    /** FNV-1a over the UTF-16 code units: 64 bits, and fixed for all times. */
    private static long hash(String purpose) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** The random numbers of one purpose, in order. For one thread: its state moves with every draw. */
    public static final class Draws {
        private long state;

        private Draws(long state) {
            this.state = state;
        }

        /** 64 random bits. */
        public long bits() {
            state += GOLDEN_GAMMA;
            return mix(state);
        }

        /** A whole number 0 … bound−1, each equally likely; {@code bound} ≥ 1. */
        public int below(int bound) {
            if (bound < 1) {
                throw new IllegalArgumentException("bound " + bound + " is not positive");
            }
            // The upper half of a product of 32 bits with the bound is uniform but for 2³² mod bound values of the
            // lower half, which are drawn again (Lemire 2019).
            long unfair = (1L << 32) % bound;
            long product = (bits() >>> 32) * bound;
            while ((product & 0xFFFFFFFFL) < unfair) {
                product = (bits() >>> 32) * bound;
            }
            return (int) (product >>> 32);
        }

        /** A number in [0, 1), a multiple of 2⁻⁵³. */
        public double uniform() {
            return (bits() >>> 11) * 0x1p-53;
        }

        /** Puts the values in random order, each order equally likely (Fisher and Yates). */
        public void shuffle(int[] values) {
            for (int i = values.length - 1; i > 0; i--) {
                int j = below(i + 1);
                int moved = values[i];
                values[i] = values[j];
                values[j] = moved;
            }
        }

        /** 0 … n−1 in random order. */
        public int[] permutation(int n) {
            int[] values = new int[n];
            for (int i = 0; i < n; i++) {
                values[i] = i;
            }
            shuffle(values);
            return values;
        }
    }
}
