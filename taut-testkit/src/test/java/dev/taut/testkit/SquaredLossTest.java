package dev.taut.testkit;

import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;

class SquaredLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.squared();
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.of(draw.normals(rows, 3));
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.classes(3, 0, 1, 2), "3 classes need the multinomial loss");
    }
}
