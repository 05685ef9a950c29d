package dev.taut.metric;

import dev.taut.data.Task;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The metrics of each task. */
public final class Metrics {
    private Metrics() {}

    /**
     * The metric that λ is chosen by: RMSE for numbers, log-loss for classes, mean Poisson deviance for counts, mean
     * partial-likelihood deviance for survival. Smaller is better. Log-loss keeps probabilities within [1e−15, 1 − 1e−15].
     */
    public static MeanMetric tuning(Task task) {
        return switch (task) {
            case REGRESSION -> RowMetric.RMSE;
            case BINARY, MULTICLASS -> RowMetric.LOG_LOSS;
            case COUNT -> RowMetric.POISSON;
            case SURVIVAL -> SurvivalMetric.DEVIANCE;
        };
    }

    /**
     * All metrics of a task, the tuning metric first: rmse, mae, r2, deviance · log-loss, accuracy, auc, brier, mcc,
     * deviance · log-loss, accuracy, macro-f1, mcc, brier · deviance, rmse, mae, deviance-explained, total-deviance
     * · partial-deviance, concordance.
     */
    public static List<Metric> forTask(Task task) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(tuning(task));
        metrics.addAll(
                switch (task) {
                    case REGRESSION -> List.of(RowMetric.MAE, WholeMetric.R2, RowMetric.SQUARED);
                    case BINARY ->
                        List.of(
                                WholeMetric.ACCURACY,
                                WholeMetric.AUC,
                                RowMetric.BRIER,
                                WholeMetric.MCC,
                                RowMetric.BINOMIAL);
                    case MULTICLASS ->
                        List.of(WholeMetric.ACCURACY, WholeMetric.MACRO_F1, WholeMetric.MCC, RowMetric.BRIER);
                    case COUNT -> besides(RowMetric.POISSON);
                    case SURVIVAL -> List.of(SurvivalMetric.CONCORDANCE);
                });
        return List.copyOf(metrics);
    }

    /**
     * The metrics of a task solved with a loss, the tuning metric first. A family with log link is judged by its own mean
     * deviance (deviance, rmse, mae, deviance-explained, total-deviance), Huber's, quantile and ε-insensitive losses by their
     * mean (huber-loss, pinball-loss, svr-loss or squared-svr-loss, mae, rmse, r2), margin losses by theirs (hinge-loss or
     * squared-hinge-loss, accuracy, auc, mcc, hinge-loss), Huber's loss with its own scale by mae, ordered classes besides by
     * class-distance, every other loss as its task is.
     *
     * @param loss the loss's name, for example {@code tweedie:1.5}
     */
    public static List<Metric> of(Task task, String loss) {
        Optional<MeanMetric> margin = margin(loss);
        if (margin.isPresent()) {
            List<Metric> metrics =
                    new ArrayList<>(List.of(margin.get(), WholeMetric.ACCURACY, WholeMetric.AUC, WholeMetric.MCC));
            metrics.addAll(margin.get() == RowMetric.HINGE ? List.of() : List.of(RowMetric.HINGE));
            return List.copyOf(metrics);
        }
        if (Losses.family(loss).equals("ordinal")) {
            List<Metric> metrics = new ArrayList<>(forTask(task));
            metrics.add(2, RowMetric.CLASS_DISTANCE);
            return List.copyOf(metrics);
        }
        Optional<MeanMetric> itself = itself(loss);
        if (itself.isPresent()) {
            return Stream.of(itself.get(), RowMetric.MAE, RowMetric.RMSE, WholeMetric.R2)
                    .distinct()
                    .toList();
        }
        return Deviances.of(loss)
                .map(RowMetric::deviance)
                .map(deviance -> {
                    List<Metric> metrics = new ArrayList<>(List.of(deviance));
                    metrics.addAll(besides(deviance));
                    return List.copyOf(metrics);
                })
                .orElseGet(() -> forTask(task));
    }

    /** The mean of a loss whose predictions are decision values. */
    private static Optional<MeanMetric> margin(String loss) {
        return switch (Losses.family(loss)) {
            case "hinge" -> Optional.of(RowMetric.HINGE);
            case "squared_hinge" -> Optional.of(RowMetric.SQUARED_HINGE);
            default -> Optional.empty();
        };
    }

    /** The mean of a loss that has a name of its own among the metrics. */
    private static Optional<MeanMetric> itself(String loss) {
        return switch (Losses.family(loss)) {
            case "huber" -> Optional.of(RowMetric.huber(Losses.parameter(loss)));
            case "scaled_huber" -> Optional.of(RowMetric.MAE);
            case "quantile" -> Optional.of(RowMetric.pinball(Losses.parameter(loss)));
            case "svr" -> Optional.of(RowMetric.insensitive(Losses.parameter(loss)));
            case "squared_svr" -> Optional.of(RowMetric.squaredInsensitive(Losses.parameter(loss)));
            default -> Optional.empty();
        };
    }

    /** Whether predictions under this loss are exponentials of linear predictors. */
    public static boolean isLogLink(String loss) {
        return Deviances.of(loss).isPresent();
    }

    private static List<Metric> besides(MeanMetric deviance) {
        return List.of(
                RowMetric.RMSE,
                RowMetric.MAE,
                WholeMetric.devianceExplained(deviance),
                WholeMetric.totalDeviance(deviance));
    }

    /** What one predicts without a model where means grow with a proportion: the weighted mean per unit of it. */
    public static double[] noModel(Target target, double[] weights, double[] proportion) {
        double[] y = target.numbers();
        double sum = 0;
        double units = 0;
        for (int i = 0; i < y.length; i++) {
            sum += weights[i] * y[i];
            units += weights[i] * proportion[i];
        }
        double[] mean = proportion.clone();
        for (int i = 0; i < mean.length; i++) {
            mean[i] *= sum / units;
        }
        return mean;
    }

    /**
     * What one predicts without a model: the weighted mean of the training target, or the weighted share of each class,
     * or the same hazard for all, for {@code rows} rows and in the layout of {@link Scored#mean}.
     */
    public static double[] noModel(Target training, double[] weights, int rows) {
        double total = Arrays.stream(weights).sum();
        if (training instanceof Target.Classes classes && classes.count() > 2) {
            double[] mean = new double[classes.count() * rows];
            double[] share = new double[classes.count()];
            for (int i = 0; i < weights.length; i++) {
                share[classes.codes()[i]] += weights[i];
            }
            for (int k = 0; k < share.length; k++) {
                Arrays.fill(mean, k * rows, (k + 1) * rows, share[k] / total);
            }
            return mean;
        }
        if (training instanceof Target.Survival) {
            double[] same = new double[rows];
            Arrays.fill(same, 1);
            return same;
        }
        double[] y = training.numbers();
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += weights[i] * y[i];
        }
        double[] mean = new double[rows];
        Arrays.fill(mean, sum / total);
        return mean;
    }
}
