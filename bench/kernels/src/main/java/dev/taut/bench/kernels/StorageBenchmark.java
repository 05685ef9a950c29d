package dev.taut.bench.kernels;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.DesignWriter;
import dev.taut.design.FloatDesign;
import dev.taut.design.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One pass over ten million entries, kept in each way: 80 MB of doubles or 40 MB of floats; files are in the page cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StorageBenchmark {
    private static final int ENTRIES = 10_000_000;

    @Param({"200", "10000"})
    int rows;

    @Param({"dense", "floats", "mapped", "mappedFloats"})
    String storage;

    private Design design;
    private Path file;
    private int[] all;
    private double[] centers;
    private double[] v;
    private double[] out;

    @Setup
    public void fill() throws IOException {
        double[][] columns = Matrices.of(ENTRIES / rows, rows);
        all = IntStream.range(0, columns.length).toArray();
        centers = Matrices.vector(columns.length, -1);
        v = Matrices.vector(rows, -2);
        out = new double[columns.length];
        file = Files.createTempFile("storage", ".design");
        design = switch (storage) {
            case "dense" -> DenseDesign.ofColumns(rows, columns);
            case "floats" -> FloatDesign.ofColumns(
                    rows, Arrays.stream(columns).map(FloatDesign::rounded).toArray(float[][]::new));
            case "mapped" -> mapped(columns, Storage.DOUBLE);
            case "mappedFloats" -> mapped(columns, Storage.FLOAT32);
            default -> throw new IllegalArgumentException(storage);
        };
    }

    private Design mapped(double[][] columns, Storage kept) throws IOException {
        try (DesignWriter writer = DesignWriter.create(file, rows, columns.length, kept)) {
            return writer.columns(columns).finish();
        }
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** Xᵀv of centred columns in one sweep. */
    @Benchmark
    public double[] sweep() {
        design.dot(all, centers, all.length, v, 0, out);
        return out;
    }

    /** Xᵀv of centred columns, a column at a time. */
    @Benchmark
    public double[] columns() {
        for (int j = 0; j < all.length; j++) {
            out[j] = design.dot(j, centers[j], v, 0);
        }
        return out;
    }
}
