package dev.taut.testkit;

import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;
import java.util.stream.IntStream;

class NegativeBinomialLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.negativeBinomial(1.5);
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.of(IntStream.range(0, rows)
                .mapToDouble(i -> draw.integer(0, 5) * draw.integer(1, 4))
                .toArray());
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.of(3, 0, -1), "row 3 has -1.0");
    }

    @Override
    protected boolean canonical() {
        return false; // the gradient is (mean − y)·θ/(θ + mean)
    }
}
