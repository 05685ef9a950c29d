package dev.taut.path;

import dev.taut.loss.Datafit;
import dev.taut.loss.Loss;
import dev.taut.loss.Target;
import java.util.Arrays;
import java.util.Optional;

/** A loss bound to the target of some rows, under other weights: what a sample of the rows is fitted to and judged by. */
@FunctionalInterface
public interface RowLoss {
    /**
     * The datafit of these rows, in this order.
     *
     * @param weights ≥ 0, one per row
     */
    Datafit on(int[] rows, double[] weights);

    /** Empty where the loss of a row depends on other rows. */
    static Optional<RowLoss> of(Loss loss, Target target) {
        if (target instanceof Target.Numeric numeric) {
            double[] values = numeric.values();
            return Optional.of((rows, weights) -> loss.on(
                    Target.of(Arrays.stream(rows).mapToDouble(i -> values[i]).toArray()), weights));
        }
        if (target instanceof Target.Classes classes) {
            int[] codes = classes.codes();
            int count = classes.count();
            return Optional.of((rows, weights) -> loss.on(
                    Target.classes(count, Arrays.stream(rows).map(i -> codes[i]).toArray()), weights));
        }
        return Optional.empty();
    }
}
