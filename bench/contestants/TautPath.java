import com.sun.management.OperatingSystemMXBean;
import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments: folder of the workload, relative gap, repetitions, seconds of warming up. Writes coefficients.bin and
 * times.txt: CPU seconds of the whole process, with the JIT's and the collector's.
 */
public final class TautPath {
    private TautPath() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Stopping stopping = Stopping.atGap(Double.parseDouble(arguments[1]));
        int repetitions = Integer.parseInt(arguments[2]);
        double warm = Double.parseDouble(arguments[3]);
        String[] meta = Files.readString(folder.resolve("meta.txt")).strip().split("\\s+");
        int n = Integer.parseInt(meta[0]);
        int p = Integer.parseInt(meta[1]);
        double ratio = Double.parseDouble(meta[3]);
        Design design = meta[4].equals("-1") ? dense(folder, n, p) : sparse(folder, n, p, Integer.parseInt(meta[4]));
        Datafit datafit = Losses.named(meta[2]).on(Target.of(doubles(folder, "y.bin", 0, n)));
        double[] lambdas = doubles(folder, "lambdas.bin", 0, 100);
        PathProblem problem = new PathProblem(
                design, Features.numbered(p), datafit, Penalty.elasticNet(ratio), new double[0], false, false);
        LambdaPath path = walk(problem, lambdas, stopping);
        for (double start = cpu(); cpu() - start < warm; ) {
            walk(problem, lambdas, stopping);
        }
        List<String> times = new ArrayList<>();
        for (int k = 0; k < repetitions; k++) {
            double start = cpu();
            path = walk(problem, lambdas, stopping);
            times.add(String.valueOf(cpu() - start));
        }
        Files.write(folder.resolve("times.txt"), times);
        write(folder, path, p);
        Files.writeString(folder.resolve("plan.txt"), path.plan() + "\n");
    }

    private static LambdaPath walk(PathProblem problem, double[] lambdas, Stopping stopping) {
        return Paths.walk(problem, Lambdas.of(lambdas), stopping, Observer.SILENT);
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static Design dense(Path folder, int n, int p) {
        double[][] columns = new double[p][];
        for (int j = 0; j < p; j++) {
            columns[j] = doubles(folder, "x.bin", (long) j * n, n);
        }
        return DenseDesign.ofColumns(n, columns);
    }

    private static Design sparse(Path folder, int n, int p, int nonZeros) {
        return SparseDesign.of(
                n,
                integers(folder, "from.bin", p + 1),
                integers(folder, "index.bin", nonZeros),
                doubles(folder, "x.bin", 0, nonZeros));
    }

    private static double[] doubles(Path folder, String name, long from, int count) {
        double[] values = new double[count];
        bytes(folder, name, 8 * from, 8L * count).asDoubleBuffer().get(values);
        return values;
    }

    private static int[] integers(Path folder, String name, int count) {
        int[] values = new int[count];
        bytes(folder, name, 0, 4L * count).asIntBuffer().get(values);
        return values;
    }

    private static ByteBuffer bytes(Path folder, String name, long from, long length) {
        try (FileChannel file = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
            return file.map(FileChannel.MapMode.READ_ONLY, from, length).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, LambdaPath path, int p) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(8 * p * path.knots().size()).order(ByteOrder.LITTLE_ENDIAN);
        for (Knot knot : path) {
            for (double value : knot.coefficients().dense()) {
                out.putDouble(value);
            }
        }
        Files.write(folder.resolve("coefficients.bin"), out.array());
    }
}
