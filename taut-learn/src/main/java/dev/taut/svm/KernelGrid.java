package dev.taut.svm;

import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The kernel machines to choose from: every C with every γ and every degree; empty lists stand for usual values.
 *
 * @param cs      C &gt; 0; by default 0.1, 1, 10 and 100, for numbers times the target's standard deviation
 * @param gammas  γ &gt; 0; by default ¼, 1 and 4 over the number of features for rbf, 1 over it for poly
 * @param degrees ≥ 1, of poly; by default 2 and 3
 */
public record KernelGrid(List<Double> cs, List<Double> gammas, List<Integer> degrees) {
    private static final double[] CS = {0.1, 1, 10, 100};
    private static final double[] GAMMAS = {0.25, 1, 4};
    private static final int[] DEGREES = {2, 3};
    private static final double TUBE = 0.1;
    private static final MathContext SHORT = new MathContext(2);
    private static final MathContext DIGITS = new MathContext(6);

    public KernelGrid {
        cs = List.copyOf(cs);
        gammas = List.copyOf(gammas);
        degrees = List.copyOf(degrees);
    }

    /** A tenth of the target's standard deviation, to two digits: a usual width of the tube for numbers. */
    public static double epsilon(Dataset data) {
        return rounded(TUBE * spread(data));
    }

    /** The candidates around {@code spec} for these rows. */
    public List<KernelSvm> candidates(KernelSvm spec, Dataset data) {
        double unit = data.task().isClassification() ? 1 : rounded(spread(data));
        int features = spec.recipe().fit(data).features().size();
        List<Double> strengths =
                cs.isEmpty() ? Arrays.stream(CS).map(c -> c * unit).boxed().toList() : cs;
        List<KernelSvm> candidates = new ArrayList<>();
        for (double c : strengths) {
            for (Kernel kernel : kernels(spec.kernel(), features)) {
                candidates.add(spec.c(c).kernel(kernel));
            }
        }
        return candidates;
    }

    /** The same strengths with the linear kernel. */
    public List<KernelSvm> linear(KernelSvm spec, Dataset data) {
        return new KernelGrid(cs, List.of(), List.of()).candidates(spec.kernel(Kernel.linear()), data);
    }

    private List<Kernel> kernels(Kernel kernel, int features) {
        return switch (kernel.shape()) {
            case LINEAR -> List.of(kernel);
            case RBF -> widths(GAMMAS, features).stream().map(kernel::gamma).toList();
            case POLY ->
                powers().stream()
                        .flatMap(degree -> widths(new double[] {1}, features).stream()
                                .map(gamma -> Kernel.poly(degree).gamma(gamma)))
                        .toList();
        };
    }

    private List<Integer> powers() {
        return degrees.isEmpty() ? Arrays.stream(DEGREES).boxed().toList() : degrees;
    }

    private List<Double> widths(double[] usual, int features) {
        return gammas.isEmpty()
                ? Arrays.stream(usual)
                        .map(factor -> new BigDecimal(factor / Math.max(1, features))
                                .round(DIGITS)
                                .doubleValue())
                        .boxed()
                        .toList()
                : gammas;
    }

    private static double spread(Dataset data) {
        double[] y = ((NumericColumn) data.target()).values();
        double mean = Arrays.stream(y).average().orElse(0);
        return Math.sqrt(
                Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElse(1));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(SHORT).doubleValue();
    }
}
