package dev.taut.testkit;

import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;
import java.util.stream.IntStream;

class MultinomialLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.multinomial();
    }

    @Override
    protected Target target(int rows, Draw draw) {
        int classes = draw.integer(2, 4);
        return Target.classes(
                classes, IntStream.range(0, rows).map(i -> i % classes).toArray());
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.of(0, 1, 2), "needs classes");
    }
}
