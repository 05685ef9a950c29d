package dev.taut.summary;

import dev.taut.Baseline;
import dev.taut.LinearModel;
import dev.taut.Predictions;
import dev.taut.data.Dataset;
import dev.taut.data.Task;
import dev.taut.loss.Target;
import dev.taut.metric.KaplanMeier;
import dev.taut.metric.Metric;
import dev.taut.metric.Scored;
import dev.taut.recipe.Targets;
import dev.taut.run.SurvivalSummary;
import dev.taut.run.SurvivalSummary.BaselineRow;
import dev.taut.run.SurvivalSummary.Group;
import dev.taut.run.SurvivalSummary.Point;
import dev.taut.tuning.Setup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Survival as predicted and as it came, for thirds of the rows by predicted hazard. */
final class SurvivalSummaries {
    private static final int LEAST_ROWS = 30;
    private static final int TIMES = 9;
    private static final int STEPS = 100;
    private static final List<String> THIRDS = List.of("lowest third", "middle third", "highest third");

    private final Dataset rows;
    private final LinearModel model;
    private final Target.Survival target;
    private final double[] weights;
    private final Predictions predictions;

    private SurvivalSummaries(Dataset rows, LinearModel model) {
        this.rows = rows;
        this.model = model;
        this.target = (Target.Survival) model.targets().encode(rows);
        this.weights = Targets.weights(rows);
        this.predictions = model.predict(rows.table());
    }

    /** Of the held-out rows, or of the training rows if there are none; empty unless times are predicted and an event came. */
    static Optional<SurvivalSummary> of(LinearModel model, Setup setup) {
        if (model.task() != Task.SURVIVAL) {
            return Optional.empty();
        }
        boolean held = setup.holdout().exists();
        return new SurvivalSummaries(held ? setup.test() : setup.train(), model)
                .summary(held ? "held-out" : "training");
    }

    private Optional<SurvivalSummary> summary(String on) {
        double[] times = times();
        double concordance = concordance();
        if (times.length == 0 || Double.isNaN(concordance)) {
            return Optional.empty();
        }
        double[][] predicted = model.survival(rows.table(), predictions, times);
        Integer[] order = IntStream.range(0, rows.rows()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(predictions::mean));
        int count = rows.rows() < LEAST_ROWS ? 1 : THIRDS.size();
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            int[] members = Arrays.stream(order, g * order.length / count, (g + 1) * order.length / count)
                    .mapToInt(i -> i)
                    .toArray();
            groups.add(group(count == 1 ? "all" : THIRDS.get(g), members, times, predicted));
        }
        return Optional.of(new SurvivalSummary(
                on,
                rows.rows(),
                events(IntStream.range(0, rows.rows()).toArray()),
                concordance,
                groups,
                model.baselines().stream().map(SurvivalSummaries::thinned).toList()));
    }

    /** Deciles of the times at which events came, each once. */
    private double[] times() {
        boolean[] events = target.events();
        double[] came = IntStream.range(0, events.length)
                .filter(i -> events[i] && weights[i] > 0)
                .mapToDouble(i -> target.stops()[i])
                .sorted()
                .toArray();
        return came.length == 0
                ? came
                : IntStream.rangeClosed(1, TIMES)
                        .mapToDouble(k -> came[(came.length - 1) * k / (TIMES + 1)])
                        .distinct()
                        .toArray();
    }

    private double concordance() {
        Metric metric = model.metrics().stream()
                .filter(m -> m.name().equals("concordance"))
                .findFirst()
                .orElseThrow();
        return metric.of(new Scored(target, predictions.means(), weights));
    }

    private Group group(String label, int[] members, double[] times, double[][] predicted) {
        KaplanMeier observed = KaplanMeier.of(target, weights, members);
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < times.length; k++) {
            double sum = 0;
            double total = 0;
            for (int i : members) {
                sum += weights[i] * predicted[k][i];
                total += weights[i];
            }
            points.add(new Point(times[k], observed.at(times[k]), observed.errorAt(times[k]), sum / total));
        }
        return new Group(label, members.length, events(members), points);
    }

    private int events(int[] members) {
        boolean[] events = target.events();
        return (int) Arrays.stream(members).filter(i -> events[i]).count();
    }

    private static BaselineRow thinned(Baseline baseline) {
        int size = baseline.times().size();
        int[] kept = size <= STEPS
                ? IntStream.range(0, size).toArray()
                : IntStream.range(0, STEPS)
                        .map(k -> (int) ((long) (size - 1) * k / (STEPS - 1)))
                        .toArray();
        return new BaselineRow(
                baseline.stratum(),
                Arrays.stream(kept).mapToObj(baseline.times()::get).toList(),
                Arrays.stream(kept).mapToObj(baseline.cumulative()::get).toList());
    }
}
