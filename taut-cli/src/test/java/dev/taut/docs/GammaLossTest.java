package dev.taut.docs;

import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.testkit.Draw;
import dev.taut.testkit.LossContract;
import java.util.Arrays;
import java.util.Map;

// @start region="test"
class GammaLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return new GammaLoss();
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.of(Arrays.stream(draw.normals(rows, 1)).map(Math::exp).toArray());
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.of(1, 0), "row 2 has 0.0", Target.of(-1, 3), "row 1 has -1.0");
    }

    @Override
    protected boolean canonical() {
        return false; // the gradient is 1 − y/mean, not mean − y
    }
}
// @end region="test"
