import dev.taut.bench.Race;
import dev.taut.bench.Workload;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * Argument: folder of the workload. Prints, for the first and the second path of a fresh JVM, seconds by the wall clock,
 * CPU seconds of this thread and CPU seconds of the process (with the JIT's), and the worst relative gap.
 */
public final class FirstFit {
    private FirstFit() {}

    public static void main(String[] arguments) throws Exception {
        Workload workload = Workload.read(Path.of(arguments[0]));
        PathProblem problem = TautPath.problem(workload);
        Lambdas lambdas = Lambdas.of(workload.lambdas());
        for (int k = 0; k < 2; k++) {
            double process = Race.cpu();
            long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            LambdaPath path = Paths.walk(problem, lambdas, Stopping.DEFAULT, Observer.SILENT);
            double seconds = (System.nanoTime() - wall) / 1e9;
            double own = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e9;
            double worst = path.knots().stream()
                    .mapToDouble(knot -> knot.certificate().gap() / knot.certificate().scale())
                    .max()
                    .orElseThrow();
            System.out.println(seconds + " " + own + " " + (Race.cpu() - process) + " " + worst);
        }
    }
}
