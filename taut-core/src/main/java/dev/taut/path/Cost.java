package dev.taut.path;

/**
 * What a method is estimated to take.
 *
 * @param flops  additions and multiplications
 * @param bytes  read from memory because they are too many for a cache
 * @param memory bytes held besides X
 */
record Cost(double flops, double bytes, double memory) {
    /** Nominal rates of one core: their ratio decides, not they. */
    private static final double FLOPS_PER_SECOND = 10e9;

    private static final double BYTES_PER_SECOND = 8e9;

    /** Seconds on a nominal core. */
    double seconds() {
        return flops / FLOPS_PER_SECOND + bytes / BYTES_PER_SECOND;
    }

    /** The cost of one thing after another; the memory is that of the larger. */
    Cost then(Cost other) {
        return new Cost(flops + other.flops, bytes + other.bytes, Math.max(memory, other.memory));
    }

    Cost times(double count) {
        return new Cost(count * flops, count * bytes, memory);
    }

    Cost holding(double more) {
        return new Cost(flops, bytes, memory + more);
    }

    /** {@code 3.1 Gflop, 20 GB read, 16 MB held}. */
    @Override
    public String toString() {
        return amount(flops, "flop") + ", " + amount(bytes, "B") + " read, " + amount(memory, "B") + " held";
    }

    private static String amount(double value, String unit) {
        String[] prefixes = {"", "k", "M", "G", "T", "P"};
        int prefix = 0;
        double scaled = value;
        while (scaled >= 999.5 && prefix + 1 < prefixes.length) {
            scaled /= 1000;
            prefix++;
        }
        String digits = scaled < 9.95 && prefix > 0 ? "%.1f" : "%.0f";
        return String.format(java.util.Locale.ROOT, digits, scaled) + " " + prefixes[prefix] + unit;
    }
}
