package dev.taut.testkit;

import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;
import java.util.stream.IntStream;

class SquaredHingeLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.squaredHinge();
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.classes(2, IntStream.range(0, rows).map(i -> i % 2).toArray());
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(
                Target.of(0, 0.5, 1), "row 2 has 0.5",
                Target.of(0, 1, -1), "row 3 has -1.0",
                Target.classes(3, 0, 1, 2), "3 classes need the multinomial loss");
    }

    @Override
    protected boolean canonical() {
        return false;
    }
}
