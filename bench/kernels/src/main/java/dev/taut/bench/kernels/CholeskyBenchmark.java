package dev.taut.bench.kernels;

import dev.taut.kernel.Cholesky;
import dev.taut.kernel.OuterProducts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A = LLᵀ in place: size³ / 6 multiply-adds; the copy that it overwrites is made outside the watch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CholeskyBenchmark {
    @Param({"200", "1000"})
    int size;

    private double[][] matrix;
    private double[][] copy;

    @Setup
    public void fill() {
        OuterProducts sum = new OuterProducts(size);
        for (double[] row : Matrices.of(size + 100, size)) {
            sum.add(row);
        }
        matrix = sum.lower();
        copy = new double[size][];
    }

    @Setup(Level.Invocation)
    public void copy() {
        for (int i = 0; i < size; i++) {
            copy[i] = matrix[i].clone();
        }
    }

    @Benchmark
    public Cholesky factor() {
        return Cholesky.factor(copy, size);
    }
}
