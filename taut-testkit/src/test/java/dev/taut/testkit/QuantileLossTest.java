package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.loss.Losses;
import dev.taut.loss.PiecewiseLoss;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuantileLossTest extends PiecewiseLossContract {
    @Override
    protected PiecewiseLoss loss() {
        return Losses.quantile(0.9);
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.of(draw.normals(rows, 2));
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.classes(3, 0, 1, 2), "3 classes need the multinomial loss");
    }

    @Test
    void theLevelLiesBetweenZeroAndOne() {
        assertThatThrownBy(() -> Losses.quantile(1)).hasMessageContaining("level of a quantile");
    }

    @Nested
    class Rounded extends LossContract {
        @Override
        protected SmoothLoss loss() {
            return new Neighbour(Losses.quantile(0.8), 0.8);
        }

        @Override
        protected Target target(int rows, Draw draw) {
            return QuantileLossTest.this.target(rows, draw);
        }

        @Override
        protected Map<Target, String> refused() {
            return QuantileLossTest.this.refused();
        }

        @Override
        protected boolean canonical() {
            return false;
        }
    }
}
