package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.loss.Losses;
import dev.taut.loss.PiecewiseLoss;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InsensitiveLossTest extends PiecewiseLossContract {
    @Override
    protected PiecewiseLoss loss() {
        return Losses.insensitive(0.4);
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
    void epsilonIsNotNegative() {
        assertThatThrownBy(() -> Losses.insensitive(-0.1)).hasMessageContaining("epsilon must be");
    }

    @Nested
    class Rounded extends LossContract {
        @Override
        protected SmoothLoss loss() {
            return new Neighbour(Losses.insensitive(0.3), 8);
        }

        @Override
        protected Target target(int rows, Draw draw) {
            return InsensitiveLossTest.this.target(rows, draw);
        }

        @Override
        protected Map<Target, String> refused() {
            return InsensitiveLossTest.this.refused();
        }

        @Override
        protected boolean canonical() {
            return false;
        }
    }
}
