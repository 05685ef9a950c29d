package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.loss.Ties;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Published Cox models of lung, veteran and nki70: R's coxph without a penalty, glmnet's λ max. */
class SurvivalFilesTest {
    private static double[] numbers(Map<String, String[]> csv, String column) {
        return Arrays.stream(csv.get(column)).mapToDouble(Double::parseDouble).toArray();
    }

    private static double[] indicator(Map<String, String[]> csv, String column, String level) {
        return Arrays.stream(csv.get(column))
                .mapToDouble(cell -> cell.equals(level) ? 1 : 0)
                .toArray();
    }

    private static Target target(Map<String, String[]> csv, String event, String came) {
        String[] cells = csv.get(event);
        boolean[] events = new boolean[cells.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = cells[i].equals(came);
        }
        return Target.survival(numbers(csv, "time"), events);
    }

    private static LambdaPath path(Target target, Ties ties, Penalty penalty, Lambdas lambdas, double[]... columns) {
        return Paths.walk(
                PathProblem.of(
                        DenseDesign.ofColumns(target.rows(), columns),
                        Features.numbered(columns.length),
                        Losses.cox(ties).on(target),
                        penalty),
                lambdas,
                Stopping.atGap(1e-13),
                Observer.SILENT);
    }

    private static void assertCoefficients(LambdaPath path, double... published) {
        Coefficients raw = path.raw(path.knots().get(0));
        for (int j = 0; j < published.length; j++) {
            assertThat(raw.get(j, 0)).as("coefficient %d", j + 1).isCloseTo(published[j], within(6e-7));
        }
    }

    /** The log partial likelihood with unit weights: n times Taut's, and log n for each event. */
    private static void assertLikelihood(Target target, Ties ties, LambdaPath path, double published) {
        Datafit datafit = Losses.cox(ties).on(target);
        Knot knot = path.knots().get(0);
        double loss = (1 - knot.devianceExplained()) * knot.certificate().scale() + datafit.saturated();
        int n = target.rows();
        long events = IntStream.range(0, n)
                .filter(i -> ((Target.Survival) target).events()[i])
                .count();
        assertThat(-n * loss - events * Math.log(n)).isCloseTo(published, within(5e-5));
    }

    @Test
    void lung() {
        Map<String, String[]> csv = SharedFiles.csv("survival_lung.csv");
        int[] rows = IntStream.range(0, csv.get("time").length)
                .filter(i -> !csv.get("ph.ecog")[i].equals("NA"))
                .toArray();
        assertThat(rows).hasSize(227);
        csv.replaceAll(
                (name, cells) -> Arrays.stream(rows).mapToObj(i -> cells[i]).toArray(String[]::new));
        Target target = target(csv, "status", "2");
        LambdaPath path = path(
                target,
                Ties.EFRON,
                Penalty.none(),
                Lambdas.of(0),
                numbers(csv, "age"),
                numbers(csv, "sex"),
                numbers(csv, "ph.ecog"));
        assertCoefficients(path, .011067, -.552612, .463728);
        assertLikelihood(target, Ties.EFRON, path, -729.2301);
    }

    @Test
    void veteran() {
        Map<String, String[]> csv = SharedFiles.csv("survival_veteran.csv");
        Target target = target(csv, "status", "1");
        double[][] columns = {
            numbers(csv, "trt"),
            indicator(csv, "celltype", "smallcell"),
            indicator(csv, "celltype", "adeno"),
            indicator(csv, "celltype", "large"),
            numbers(csv, "karno"),
            numbers(csv, "diagtime"),
            numbers(csv, "age"),
            numbers(csv, "prior")
        };
        LambdaPath efron = path(target, Ties.EFRON, Penalty.none(), Lambdas.of(0), columns);
        assertCoefficients(efron, .294603, .861560, 1.196066, .401292, -.032815, .000081, -.008706, .007159);
        assertLikelihood(target, Ties.EFRON, efron, -474.3971);
        LambdaPath breslow = path(target, Ties.BRESLOW, Penalty.none(), Lambdas.of(0), columns);
        assertCoefficients(breslow, .289936, .856487, 1.188299, .399628, -.032622, -.000092, -.008549, .007233);
        assertLikelihood(target, Ties.BRESLOW, breslow, -475.1794);
    }

    @Test
    void lambdaMaxOfSeventyGenes() {
        Map<String, String[]> csv = SharedFiles.csv("nki70_survival.csv");
        List<String> clinical = List.of("time", "event", "Diam", "N", "ER", "Grade", "Age");
        double[][] genes = csv.keySet().stream()
                .filter(name -> !clinical.contains(name))
                .map(name -> numbers(csv, name))
                .toArray(double[][]::new);
        assertThat(genes).hasNumberOfRows(70);
        LambdaPath path = path(target(csv, "event", "1"), Ties.BRESLOW, Penalty.lasso(), Lambdas.grid(50, 0.05), genes);
        assertThat(path.lambdaMax()).isCloseTo(.207735, within(5e-7));
        assertThat(path.knots())
                .allSatisfy(knot -> assertThat(knot.certificate().converged()).isTrue());
    }
}
