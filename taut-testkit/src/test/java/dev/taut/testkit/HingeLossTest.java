package dev.taut.testkit;

import dev.taut.loss.Losses;
import dev.taut.loss.PiecewiseLoss;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;

class HingeLossTest extends PiecewiseLossContract {
    @Override
    protected PiecewiseLoss loss() {
        return Losses.hinge();
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

    @Nested
    class Rounded extends LossContract {
        @Override
        protected SmoothLoss loss() {
            return new Neighbour(Losses.hinge(), 0.8);
        }

        @Override
        protected Target target(int rows, Draw draw) {
            return HingeLossTest.this.target(rows, draw);
        }

        @Override
        protected Map<Target, String> refused() {
            return HingeLossTest.this.refused();
        }

        @Override
        protected boolean canonical() {
            return false;
        }
    }
}
