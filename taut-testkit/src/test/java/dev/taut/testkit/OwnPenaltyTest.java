package dev.taut.testkit;

import dev.taut.design.Features;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;

/** A penalty written outside the house: λ·(huber-like) |b| that costs three times as much below zero. */
class OwnPenaltyTest extends PenaltyContract {
    @Override
    protected Penalty penalty() {
        return new Lopsided();
    }

    @Override
    protected boolean named() {
        return false;
    }

    private record Lopsided() implements Penalty {
        @Override
        public String name() {
            return "lopsided";
        }

        @Override
        public Prox at(double lambda, Features features) {
            return new At(features.size(), lambda, 3 * lambda);
        }
    }

    private record At(int columns, double right, double left) implements SeparableProx {
        @Override
        public double value(int column, double b) {
            return b < 0 ? -left * b : right * b;
        }

        @Override
        public double slope(int column, double b, int side) {
            return b < 0 || (b == 0 && side < 0) ? -left : right;
        }

        @Override
        public double bend(int column, double b) {
            return 0;
        }

        @Override
        public double step(int column, double u, double curvature) {
            double beyond = u > right ? u - right : u < -left ? u + left : 0;
            return beyond == 0 ? 0 : beyond / curvature;
        }
    }
}
