package dev.taut.bench.kernels;

import dev.taut.design.DesignWriter;
import dev.taut.design.Features;
import dev.taut.design.MappedDesign;
import dev.taut.design.Storage;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A file of 1000 × COLUMNS independent normals is written and walked through, 100 λ down to a tenth of λ max: y has 20
 * columns with coefficients in (−1, 1) and noise of standard deviation 0.1. Arguments: file, columns, storage.
 */
public final class LargerThanHeap {
    private static final int ROWS = 1000;
    private static final long MIB = 1 << 20;

    private LargerThanHeap() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int columns = Integer.parseInt(arguments[1]);
        double[] y = new double[ROWS];
        double start = cpuSeconds();
        MappedDesign design = write(file, columns, Storage.valueOf(arguments[2]), y);
        System.out.printf(
                "%d x %d as %s: %d MiB, in a heap of %d MiB, written in %.2f s of CPU%n",
                ROWS,
                columns,
                design.storage(),
                Files.size(file) / MIB,
                Runtime.getRuntime().maxMemory() / MIB,
                cpuSeconds() - start);
        PathProblem problem = PathProblem.of(
                design, Features.numbered(columns), Losses.squared().on(Target.of(y)), Penalty.lasso());
        for (String which : new String[] {"first", "second", "third"}) {
            start = cpuSeconds();
            LambdaPath path = Paths.walk(problem, Lambdas.grid(100, 0.1), Stopping.DEFAULT, Observer.SILENT);
            System.out.printf(
                    "%s path: %.2f s of CPU, largest relative gap %.1e%n",
                    which,
                    cpuSeconds() - start,
                    path.knots().stream()
                            .mapToDouble(knot -> knot.certificate().relativeGap())
                            .max()
                            .orElseThrow());
        }
    }

    private static MappedDesign write(Path file, int columns, Storage storage, double[] y) throws IOException {
        Random random = new Random(1);
        try (DesignWriter writer = DesignWriter.create(file, ROWS, columns, storage)) {
            for (int j = 0; j < columns; j++) {
                double coefficient = j % (columns / 20) == 0 ? 2 * random.nextDouble() - 1 : 0;
                double[] x = new double[ROWS];
                for (int i = 0; i < ROWS; i++) {
                    x[i] = random.nextGaussian();
                    y[i] += coefficient * x[i];
                }
                writer.columns(x);
            }
            for (int i = 0; i < ROWS; i++) {
                y[i] += 0.1 * random.nextGaussian();
            }
            return writer.finish();
        }
    }

    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
