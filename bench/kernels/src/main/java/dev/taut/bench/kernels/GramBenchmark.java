package dev.taut.bench.kernels;

import dev.taut.kernel.Gram;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * XᵀX from rows × 400 of X: rows · 400 · 401 / 2 multiply-adds, so that billions of them per second are 0.0802 · rows
 * divided by the milliseconds and by 1000.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GramBenchmark {
    private static final int COLUMNS = 400;
    /** As designs hand them over. */
    private static final int AT_ONCE = 64;

    @Param({"200", "1000", "10000"})
    int rows;

    private double[][] x;

    @Setup
    public void fill() {
        x = Matrices.of(rows, COLUMNS);
    }

    @Benchmark
    public double[][] gram() {
        double[][] lower = new double[COLUMNS][];
        Arrays.setAll(lower, i -> new double[i + 1]);
        for (int from = 0; from < rows; from += AT_ONCE) {
            double[][] run = Arrays.copyOfRange(x, from, Math.min(from + AT_ONCE, rows));
            Gram.addLower(run, run.length, 0, lower);
        }
        return lower;
    }
}
