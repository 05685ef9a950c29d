package dev.taut.penalty;

/**
 * Where a {@link Gauge} is smooth around b: coefficients of one part move together, ±z, and those of no part stay at zero.
 * There ∇h = slope (its sum over a part is what counts), and ∇²h = bend·I − pull·bbᵀ.
 *
 * @param parts number of parts
 * @param part  the part of each coefficient, or −1
 * @param sign  ±1: the direction of each coefficient within its part
 * @param slope ∇h, one value per coefficient
 */
public record Piece(int parts, int[] part, int[] sign, double[] slope, double bend, double pull) {
    /** Every coefficient other than zero for itself. */
    static Piece ofSupport(double[] b, double[] slope, double bend, double pull) {
        int[] part = new int[b.length];
        int[] sign = new int[b.length];
        int parts = 0;
        for (int i = 0; i < b.length; i++) {
            sign[i] = 1;
            part[i] = b[i] == 0 ? -1 : parts++;
        }
        return new Piece(parts, part, sign, slope, bend, pull);
    }
}
