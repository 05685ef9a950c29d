package dev.taut.scale;

/** The numbers a library asks for, made of the factors of ‖β‖₁ and ½‖β‖₂² in its own units; and back. */
enum Dial {
    /** A strength and the share of L1 in it. */
    STRENGTH_AND_SHARE {
        @Override
        double[] numbers(double l1, double l2, Mix mix) {
            return new double[] {l1 + l2, share(l1, l2, mix)};
        }

        @Override
        double[] parts(double[] numbers, Mix mix) {
            return new double[] {numbers[0] * numbers[1], numbers[0] * (1 - numbers[1])};
        }
    },
    /** C = 1/strength and the share of L1. */
    INVERSE_AND_SHARE {
        @Override
        double[] numbers(double l1, double l2, Mix mix) {
            return new double[] {1 / (l1 + l2), share(l1, l2, mix)};
        }

        @Override
        double[] parts(double[] numbers, Mix mix) {
            return new double[] {numbers[1] / numbers[0], (1 - numbers[1]) / numbers[0]};
        }
    },
    /** One strength for the one part there is. */
    STRENGTH {
        @Override
        double[] numbers(double l1, double l2, Mix mix) {
            return new double[] {l1 + l2};
        }

        @Override
        double[] parts(double[] numbers, Mix mix) {
            return new double[] {mix.purely() * numbers[0], (1 - mix.purely()) * numbers[0]};
        }
    },
    /** C = 1/strength for the one part there is. */
    INVERSE {
        @Override
        double[] numbers(double l1, double l2, Mix mix) {
            return new double[] {1 / (l1 + l2)};
        }

        @Override
        double[] parts(double[] numbers, Mix mix) {
            return new double[] {mix.purely() / numbers[0], (1 - mix.purely()) / numbers[0]};
        }
    },
    /** One strength for each part. */
    TWO_STRENGTHS {
        @Override
        double[] numbers(double l1, double l2, Mix mix) {
            return new double[] {l1, l2};
        }

        @Override
        double[] parts(double[] numbers, Mix mix) {
            return numbers.clone();
        }
    };

    /** From the parts in the library's units. */
    abstract double[] numbers(double l1, double l2, Mix mix);

    /** The parts in the library's units. */
    abstract double[] parts(double[] numbers, Mix mix);

    /** Whether the first number counts backwards. */
    boolean isInverse() {
        return this == INVERSE || this == INVERSE_AND_SHARE;
    }

    private static double share(double l1, double l2, Mix mix) {
        return l1 + l2 == 0 ? mix.purely() : l1 / (l1 + l2);
    }
}
