import dev.taut.bench.Contestant;
import dev.taut.bench.Workload;
import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
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

/** Taut's path; the tolerance is the relative duality gap that is to be proved at every λ. */
public final class TautPath implements Contestant {
    private final Stopping stopping;
    private PathProblem problem;

    public TautPath(double tolerance) {
        this.stopping = Stopping.atGap(tolerance);
    }

    @Override
    public void load(Workload workload) throws IOException {
        problem = problem(workload);
    }

    static PathProblem problem(Workload workload) throws IOException {
        return new PathProblem(
                design(workload),
                Features.numbered(workload.columns()),
                Losses.named(workload.loss()).on(Target.of(workload.y())),
                Penalty.elasticNet(workload.l1Ratio()),
                new double[0],
                false,
                false);
    }

    private static Design design(Workload workload) throws IOException {
        if (workload.isSparse()) {
            Workload.Sparse x = workload.sparse();
            return SparseDesign.of(workload.rows(), x.from(), x.index(), x.value());
        }
        return DenseDesign.ofColumns(workload.rows(), workload.denseColumns());
    }

    @Override
    public void fit(double[] lambdas, Knots knots) {
        LambdaPath path = walk(lambdas);
        for (Knot knot : path) {
            knots.add(() -> path.raw(knot).dense());
        }
    }

    LambdaPath walk(double[] lambdas) {
        return Paths.walk(problem, Lambdas.of(lambdas), stopping, Observer.SILENT);
    }
}
