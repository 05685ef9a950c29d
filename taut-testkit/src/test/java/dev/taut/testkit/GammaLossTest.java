package dev.taut.testkit;

import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Arrays;
import java.util.Map;

class GammaLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.gamma();
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.of(Arrays.stream(draw.normals(rows, 1.5)).map(Math::exp).toArray());
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.of(1, 0), "targets > 0, row 2 has 0.0", Target.of(-1, 3), "row 1 has -1.0");
    }

    @Override
    protected boolean canonical() {
        return false; // the gradient is 1 − y/mean
    }
}
