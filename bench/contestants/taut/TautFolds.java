import dev.taut.Linear;
import dev.taut.bench.Contestant;
import dev.taut.bench.Workload;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.fold.Folds;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Targets;
import dev.taut.solver.Stopping;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Tuned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Taut's path on all rows and its cross-validation over the given folds, from table to curve: what a study does, which
 * adds λ = 0 to the given ones. Writes curve.bin.
 */
public final class TautFolds implements Contestant {
    private final Stopping stopping;
    private Path curve;
    private Dataset data;
    private FitPlan plan;

    public TautFolds(double tolerance) {
        this.stopping = Stopping.atGap(tolerance);
    }

    @Override
    public void load(Workload workload) throws IOException {
        curve = workload.folder().resolve("curve.bin");
        int[] foldOf = workload.integers("folds.bin", workload.rows());
        double[][] x = workload.denseColumns();
        Column[] columns = new Column[x.length + 2];
        for (int j = 0; j < x.length; j++) {
            columns[j] = NumericColumn.of("x" + j, x[j]);
        }
        columns[x.length] = NumericColumn.of("y", workload.y());
        columns[x.length + 1] = NumericColumn.of("fold", Arrays.stream(foldOf).asDoubleStream().toArray());
        data = Dataset.of(Table.of(columns), "y").with(Role.GROUP, "fold");
        Linear linear = Linear.regression()
                .penalty(Penalty.elasticNet(workload.l1Ratio()))
                .standardize(false)
                .intercept(false)
                .stopping(stopping);
        plan = FitPlan.standard()
                .linear(linear)
                .folds(Folds.of(Arrays.stream(foldOf).max().orElse(0) + 1));
    }

    @Override
    public void fit(double[] lambdas, Knots knots) throws IOException {
        Linear linear = plan.linear().lambdas(Lambdas.of(lambdas));
        Tuned tuned = Tuned.of(linear, data, Targets.of(data), plan.linear(linear), Progress.SILENT);
        ByteBuffer means = ByteBuffer.allocate(Double.BYTES * lambdas.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < lambdas.length; k++) {
            means.putDouble(tuned.validation().base(k));
        }
        Files.write(curve, means.array());
        LambdaPath path = tuned.path().path();
        for (Knot knot : path.knots().subList(0, lambdas.length)) {
            knots.add(() -> path.raw(knot).dense());
        }
    }
}
