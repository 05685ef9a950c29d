package dev.taut.testkit;

import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;

class HuberLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.huber(0.75);
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.of(draw.normals(rows, 2));
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.classes(3, 0, 1, 2), "3 classes need the multinomial loss");
    }

    @Override
    protected boolean canonical() {
        return false; // the gradient stops at ±δ
    }
}
