package dev.taut.bench.kernels;

import dev.taut.kernel.Panels;
import dev.taut.kernel.Vectors;
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

/** One pass over 80 MB of columns, out of cache: GB/s are 80 divided by the milliseconds (axpy, too, reads every column). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PassBenchmark {
    private static final int ENTRIES = 10_000_000;

    @Param({"200", "1000", "10000"})
    int rows;

    private double[][] columns;
    private double[] centers;
    private double[] v;
    private double[] out;

    @Setup
    public void fill() {
        columns = Matrices.of(ENTRIES / rows, rows);
        centers = Matrices.vector(columns.length, -1);
        v = Matrices.vector(rows, -2);
        out = new double[columns.length];
    }

    /** The machine's limit: every entry read and summed, eight sums at a time. */
    @Benchmark
    public double read() {
        double total = 0;
        for (double[] column : columns) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            double s4 = 0;
            double s5 = 0;
            double s6 = 0;
            double s7 = 0;
            for (int i = 0; i < column.length; i += 8) {
                s0 += column[i];
                s1 += column[i + 1];
                s2 += column[i + 2];
                s3 += column[i + 3];
                s4 += column[i + 4];
                s5 += column[i + 5];
                s6 += column[i + 6];
                s7 += column[i + 7];
            }
            total += s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
        }
        return total;
    }

    /** Xᵀv, a column at a time. */
    @Benchmark
    public double[] dot() {
        for (int j = 0; j < columns.length; j++) {
            out[j] = Vectors.dot(columns[j], 0, v, 0, rows);
        }
        return out;
    }

    /** Xᵀv of centred columns, several at a time. */
    @Benchmark
    public double[] panels() {
        Panels.dot(Panels.of(columns), centers, columns.length, v, 0, rows, out);
        return out;
    }

    /** v += Xa of centred columns, a column at a time. */
    @Benchmark
    public double[] axpy() {
        for (int j = 0; j < columns.length; j++) {
            Vectors.shiftedAxpy(1e-9, columns[j], centers[j], v, 0, rows);
        }
        return v;
    }
}
