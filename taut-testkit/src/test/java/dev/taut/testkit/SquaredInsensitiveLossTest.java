package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SquaredInsensitiveLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.squaredInsensitive(0.3);
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
        return false;
    }

    @Test
    void epsilonIsNotNegative() {
        assertThatThrownBy(() -> Losses.squaredInsensitive(-1)).hasMessageContaining("epsilon must be");
    }
}
