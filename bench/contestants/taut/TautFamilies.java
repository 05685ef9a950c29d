import dev.taut.bench.Race;
import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Paths of several outputs, and of survival: arguments FOLDER, relative gap, CPU seconds of warming up. Writes
 * coefficients.bin (per λ: intercepts, then p coefficients per output, of raw columns); prints CPU seconds of the process and the
 * worst relative gap.
 */
public final class TautFamilies {
    private TautFamilies() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String[] meta = Files.readString(folder.resolve("meta.txt")).strip().split("\\s+");
        int rows = Integer.parseInt(meta[0]);
        int columns = Integer.parseInt(meta[1]);
        int classes = Integer.parseInt(meta[2]);
        boolean grouped = meta[3].equals("grouped");
        double[] x = doubles(folder.resolve("x.bin"));
        double[] y = doubles(folder.resolve("y.bin"));
        double[][] design = IntStream.range(0, columns)
                .mapToObj(j -> Arrays.copyOfRange(x, j * rows, (j + 1) * rows))
                .toArray(double[][]::new);
        Datafit datafit = classes > 0 ? multinomial(classes, y) : cox(rows, y);
        Penalty penalty = grouped ? new GroupPenalty(Groups.each(), 1, 0) : Penalty.lasso();
        PathProblem problem = PathProblem.of(
                DenseDesign.ofColumns(rows, design), Features.numbered(columns), datafit, penalty);
        Lambdas lambdas = Lambdas.of(doubles(folder.resolve("lambdas.bin")));
        Stopping stopping = Stopping.atGap(Double.parseDouble(arguments[1]));
        double warm = Double.parseDouble(arguments[2]);
        LambdaPath path = null;
        double taken = 0;
        for (double spent = 0; path == null || spent < warm; spent += taken) {
            double begin = Race.cpu();
            path = Paths.walk(problem, lambdas, stopping, Observer.SILENT);
            taken = Race.cpu() - begin;
        }
        double begin = Race.cpu();
        path = Paths.walk(problem, lambdas, stopping, Observer.SILENT);
        taken = Race.cpu() - begin;
        write(folder.resolve("coefficients.bin"), path, Math.max(1, classes), columns);
        double worst = path.knots().stream().mapToDouble(k -> k.certificate().relativeGap()).max().orElse(Double.NaN);
        System.out.printf(Locale.ROOT, "%.3f %.2e%n", taken, worst);
    }

    private static Datafit multinomial(int classes, double[] y) {
        return Losses.named("multinomial")
                .on(Target.classes(classes, Arrays.stream(y).mapToInt(v -> (int) v).toArray()));
    }

    /** Times, then 1 for events. */
    private static Datafit cox(int rows, double[] y) {
        boolean[] events = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            events[i] = y[rows + i] == 1;
        }
        return Losses.named("cox").on(Target.survival(Arrays.copyOf(y, rows), events));
    }

    private static double[] doubles(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    private static void write(Path file, LambdaPath path, int outputs, int columns) throws IOException {
        List<Knot> knots = path.knots();
        ByteBuffer bytes = ByteBuffer.allocate(knots.size() * outputs * (columns + 1) * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (Knot knot : knots) {
            var raw = path.raw(knot);
            Arrays.stream(raw.intercepts()).forEach(bytes::putDouble);
            Arrays.stream(raw.dense()).forEach(bytes::putDouble);
        }
        Files.write(file, bytes.array());
    }
}
