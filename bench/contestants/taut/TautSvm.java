import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalties;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.List;

/**
 * One fit at C = 1 of an svmlight file, without intercept: arguments FILE, LOSS, PENALTY, relative gap and warm-up seconds; prints CPU
 * seconds of the first and of the median of three warm fits, the objective in LIBLINEAR's scale, and the proved relative gap.
 */
public final class TautSvm {
    private TautSvm() {}

    private record Data(double[] labels, SparseDesign design) {}

    public static void main(String[] arguments) throws IOException {
        Data data = read(Path.of(arguments[0]));
        double warmUp = Double.parseDouble(arguments[4]);
        double first = Double.NaN;
        for (double spent = 0; spent <= warmUp; ) {
            double begin = cpu();
            fit(data, arguments);
            double took = cpu() - begin;
            first = Double.isNaN(first) ? took : first;
            spent += took;
        }
        double[] seconds = new double[3];
        Knot knot = null;
        for (int k = 0; k < seconds.length; k++) {
            double begin = cpu();
            knot = fit(data, arguments);
            seconds[k] = cpu() - begin;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%.4f %.4f %.12g %.2e%n",
                first,
                seconds[1],
                data.labels.length * knot.certificate().objective(),
                knot.certificate().relativeGap());
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static Knot fit(Data data, String[] arguments) {
        int[] codes = Arrays.stream(data.labels).mapToInt(y -> y > 0 ? 1 : 0).toArray();
        Datafit datafit = Losses.named(arguments[1]).on(Target.classes(2, codes));
        PathProblem problem = new PathProblem(
                data.design,
                Features.numbered(data.design.columns()),
                datafit,
                Penalties.named(arguments[2]),
                new double[0],
                false,
                false);
        Lambdas lambda = Lambdas.of(1.0 / data.labels.length);
        return Paths.walk(problem, lambda, Stopping.atGap(Double.parseDouble(arguments[3])), Observer.SILENT)
                .knots()
                .get(0);
    }

    private static Data read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int n = lines.size();
        double[] labels = new double[n];
        String[][] entries = new String[n][];
        int columns = 0;
        for (int i = 0; i < n; i++) {
            entries[i] = lines.get(i).trim().split("\\s+");
            labels[i] = Double.parseDouble(entries[i][0]);
            for (int k = 1; k < entries[i].length; k++) {
                columns = Math.max(columns, index(entries[i][k]) + 1);
            }
        }
        int[] from = new int[columns + 1];
        for (String[] row : entries) {
            for (int k = 1; k < row.length; k++) {
                from[index(row[k]) + 1]++;
            }
        }
        Arrays.parallelPrefix(from, Integer::sum);
        int[] next = from.clone();
        int[] rows = new int[from[columns]];
        double[] values = new double[rows.length];
        for (int i = 0; i < n; i++) {
            for (int k = 1; k < entries[i].length; k++) {
                int at = next[index(entries[i][k])]++;
                rows[at] = i;
                values[at] = Double.parseDouble(entries[i][k].substring(entries[i][k].indexOf(':') + 1));
            }
        }
        return new Data(labels, SparseDesign.of(n, from, rows, values));
    }

    private static int index(String entry) {
        return Integer.parseInt(entry.substring(0, entry.indexOf(':'))) - 1;
    }
}
