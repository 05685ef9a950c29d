import dev.taut.bench.Contestant;
import dev.taut.bench.Workload;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Resamples;
import dev.taut.path.Resamples.Judged;
import dev.taut.path.Resamples.Sample;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The path on all rows and the paths of the given folds as one computation on the matrix. Writes curve.bin. */
public final class TautResamples implements Contestant {
    private final Stopping stopping;
    private PathProblem problem;
    private Path curve;
    private int[] foldOf;
    private int folds;

    public TautResamples(double tolerance) {
        this.stopping = Stopping.atGap(tolerance);
    }

    @Override
    public void load(Workload workload) throws IOException {
        problem = TautPath.problem(workload);
        curve = workload.folder().resolve("curve.bin");
        foldOf = workload.integers("folds.bin", workload.rows());
        folds = Arrays.stream(foldOf).max().orElse(0) + 1;
    }

    @Override
    public void fit(double[] lambdas, Knots knots) throws IOException {
        Resamples resamples = Resamples.of(problem, folds + 1, this::sample)
                .orElseThrow(() -> new IllegalStateException("Gram matrices do not help on this workload"));
        Lambdas grid = Lambdas.of(lambdas);
        double[] errors = new double[lambdas.length];
        for (int fold = 0; fold < folds; fold++) {
            Judged judged = resamples.walk(fold, grid, stopping, Observer.SILENT);
            double share = (double) tested(fold) / foldOf.length;
            for (int k = 0; k < lambdas.length; k++) {
                errors[k] += share * 2 * judged.losses()[k];
            }
        }
        LambdaPath path = resamples.walk(folds, grid, stopping, Observer.SILENT).path();
        ByteBuffer out = ByteBuffer.allocate(Double.BYTES * errors.length).order(ByteOrder.LITTLE_ENDIAN);
        out.asDoubleBuffer().put(errors);
        Files.write(curve, out.array());
        path.forEach(knot -> knots.add(() -> path.raw(knot).dense()));
    }

    /** The last sample is all rows. */
    private Sample sample(int number) {
        double[] learns = new double[foldOf.length];
        double[] judges = number < folds ? new double[foldOf.length] : new double[0];
        for (int i = 0; i < foldOf.length; i++) {
            if (foldOf[i] == number) {
                judges[i] = 1;
            } else {
                learns[i] = 1;
            }
        }
        return new Sample(learns, judges);
    }

    private long tested(int fold) {
        return Arrays.stream(foldOf).filter(f -> f == fold).count();
    }
}
