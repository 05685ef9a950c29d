package dev.taut.loss;

/** The two classes of margin losses as signs, which make a margin m = sη of a linear predictor. */
final class Margins {
    private Margins() {}

    /**
     * −1 for the first class and +1 for the second; numbers must be 0 and 1.
     *
     * @param loss what needs them, for the message
     * @throws IllegalArgumentException naming the first row with another target
     */
    static double[] signs(Target target, String loss) {
        double[] y = target.numbers();
        for (int i = 0; i < y.length; i++) {
            if (y[i] != 0 && y[i] != 1) {
                throw new IllegalArgumentException(
                        "the " + loss + " needs two classes, 0 and 1, row " + (i + 1) + " has " + y[i]);
            }
            y[i] = 2 * y[i] - 1;
        }
        return y;
    }
}
