package dev.taut.testkit;

import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Amounts of which some are exactly zero, at powers near the Poisson's, near the gamma's, and between. */
class TweedieLossTest {
    @Nested
    class Between extends AtPower {
        Between() {
            super(1.5, true);
        }
    }

    @Nested
    class NearPoisson extends AtPower {
        NearPoisson() {
            super(1.1, true);
        }
    }

    /** Without zeros, whose best η is too far away for the search of the contract. */
    @Nested
    class NearGamma extends AtPower {
        NearGamma() {
            super(1.875, false);
        }
    }

    abstract static class AtPower extends LossContract {
        private final double power;
        private final boolean zeros;

        AtPower(double power, boolean zeros) {
            this.power = power;
            this.zeros = zeros;
        }

        @Override
        protected SmoothLoss loss() {
            return Losses.tweedie(power);
        }

        @Override
        protected Target target(int rows, Draw draw) {
            double[] y = Arrays.stream(draw.normals(rows, 1.5)).map(Math::exp).toArray();
            if (zeros) {
                y[draw.integer(0, rows - 1)] = 0;
            }
            return Target.of(y);
        }

        @Override
        protected Map<Target, String> refused() {
            return Map.of(Target.of(1, 0, -2), "targets ≥ 0, row 3 has -2.0");
        }

        @Override
        protected boolean canonical() {
            return false; // the gradient is (mean − y)/mean^(p − 1)
        }
    }
}
