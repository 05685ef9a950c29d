package dev.taut.design;

import dev.taut.kernel.Panels;

/** A stored design that is not kept as arrays of doubles: each run is converted into a place that stays in cache. */
abstract class ConvertedDesign extends StoredDesign {
    /** One run for each slot of a panel, 128 KB a thread. */
    private static final ThreadLocal<double[][]> RUNS =
            ThreadLocal.withInitial(() -> new double[Panels.AT_ONCE][Panels.RUN]);

    ConvertedDesign(int rows) {
        super(rows);
    }

    @Override
    final int run(int column, int first, int length, double[][] panel, int slot) {
        double[] run = RUNS.get()[slot];
        read(column, first, length, run, 0);
        panel[slot] = run;
        return 0;
    }
}
