package dev.taut.testkit;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Designs and targets on which solvers are known to stumble. */
enum Trap {
    TWINS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 30, 6, draw).withColumns(x -> {
                x[1] = x[0].clone();
                x[4] = x[3].clone();
                x[5] = times(-1, x[0]);
                return x;
            });
        }
    },
    ALMOST_TWINS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 30, 6, draw).withColumns(x -> {
                for (int j = 1; j < 6; j++) {
                    double tiny = Math.pow(10, -2 * j - 3);
                    x[j] = plus(x[0], times(tiny, x[j]));
                }
                return x;
            });
        }
    },
    DUMMIES_OF_ONE_FACTOR {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 40, 7, draw).withColumns(x -> {
                for (int i = 0; i < 40; i++) {
                    int level = draw.integer(0, 4);
                    for (int j = 0; j < 5; j++) {
                        x[j][i] = j == level ? 1 : 0;
                    }
                }
                return x;
            });
        }
    },
    SCALES_FROM_TINY_TO_HUGE {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 40, 9, draw)
                    .withColumns(x -> IntStream.range(0, 9)
                            .mapToObj(j -> times(Math.pow(10, 3 * j - 12), x[j]))
                            .toArray(double[][]::new));
        }
    },
    LARGE_MEANS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 40, 4, draw)
                    .withColumns(x -> Arrays.stream(x)
                            .map(column ->
                                    Arrays.stream(column).map(v -> 1e6 + v).toArray())
                            .toArray(double[][]::new));
        }
    },
    ONE_ROW {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 1, 3, draw);
        }
    },
    TWO_ROWS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 2, 3, draw);
        }
    },
    THREE_ROWS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 3, 1, draw);
        }
    },
    NO_COLUMNS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 12, 0, draw);
        }
    },
    CONSTANT_TARGET {
        @Override
        Exercise set(Family family, Draw draw) {
            double[] y = new double[15];
            Arrays.fill(y, family == Family.SQUARED ? 3.7 : 1);
            return random(family, 15, 4, draw).withTarget(y);
        }
    },
    ZERO_TARGET {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 15, 4, draw).withTarget(new double[15]);
        }
    },
    CONSTANT_COLUMNS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 20, 5, draw).withColumns(x -> {
                Arrays.fill(x[1], 0);
                Arrays.fill(x[2], 5);
                Arrays.fill(x[3], 0.1);
                return x;
            });
        }
    },
    SEPARABLE {
        @Override
        Exercise set(Family family, Draw draw) {
            Exercise exercise = random(family, 30, 3, draw);
            double[] first = exercise.columns()[0];
            double[] y = Arrays.stream(first)
                    .map(v -> family == Family.MULTINOMIAL ? (v < -0.5 ? 0 : v < 0.5 ? 1 : 2) : v > 0 ? 1 : 0)
                    .toArray();
            return exercise.withTarget(y);
        }
    },
    WEIGHTS_NEAR_ZERO {
        @Override
        Exercise set(Family family, Draw draw) {
            double[] weights = draw.weights(30);
            for (int i = 0; i < 30; i += 3) {
                weights[i] = i % 2 == 0 ? 0 : 1e-200;
            }
            weights[1] = 1e-12;
            weights[2] = 1e12;
            return random(family, 30, 4, draw).weighted(weights);
        }
    },
    MORE_COLUMNS_THAN_ROWS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 12, 40, draw);
        }
    },
    AS_MANY_COLUMNS_AS_ROWS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 15, 15, draw);
        }
    },
    HUGE_OFFSETS {
        @Override
        Exercise set(Family family, Draw draw) {
            double size = family == Family.SQUARED ? 1e8 : family == Family.POISSON ? 30 : 300;
            Exercise exercise = random(family, 25, 3, draw);
            return exercise.offsetBy(draw.normals(25 * exercise.outputs(), size));
        }
    },
    CONSTANT_OFFSET {
        @Override
        Exercise set(Family family, Draw draw) {
            Exercise exercise = random(family, 25, 3, draw);
            double[] offset = new double[25 * exercise.outputs()];
            Arrays.fill(offset, 100);
            return exercise.offsetBy(offset);
        }
    },
    TINY_UNITS_OF_TARGET {
        @Override
        Exercise set(Family family, Draw draw) {
            return unit(family, draw, 1e-9);
        }
    },
    HUGE_UNITS_OF_TARGET {
        @Override
        Exercise set(Family family, Draw draw) {
            return unit(family, draw, 1e9);
        }
    },
    LARGE_MEAN_OF_TARGET {
        @Override
        Exercise set(Family family, Draw draw) {
            Exercise exercise = random(family, 25, 4, draw);
            double shift = family == Family.SQUARED ? 1e6 : family == Family.POISSON ? 1000 : 0;
            return exercise.withTarget(
                    Arrays.stream(exercise.y()).map(v -> v + shift).toArray());
        }
    },
    A_CLASS_IS_ABSENT {
        @Override
        Exercise set(Family family, Draw draw) {
            Exercise exercise = random(family, 20, 3, draw);
            double[] y = Arrays.stream(exercise.y())
                    .map(v -> family == Family.MULTINOMIAL && v == 1 ? 2 : v)
                    .toArray();
            return exercise.withTarget(y);
        }
    },
    ONE_ROW_OF_A_CLASS {
        @Override
        Exercise set(Family family, Draw draw) {
            double[] y = new double[25];
            y[3] = 1;
            y[4] = family == Family.MULTINOMIAL ? 2 : 0;
            return random(family, 25, 3, draw).withTarget(y);
        }
    },
    HEAVY_TAILS {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 40, 5, draw)
                    .withColumns(x -> Arrays.stream(x)
                            .map(column -> Arrays.stream(column)
                                    .map(v -> v * v * v * v * v)
                                    .toArray())
                            .toArray(double[][]::new));
        }
    },
    HILBERT {
        @Override
        Exercise set(Family family, Draw draw) {
            return random(family, 30, 8, draw).withColumns(x -> {
                for (int j = 0; j < 8; j++) {
                    for (int i = 0; i < 30; i++) {
                        x[j][i] = Math.pow((i + 1) / 30.0, j + 1);
                    }
                }
                return x;
            });
        }
    };

    abstract Exercise set(Family family, Draw draw);

    private static Exercise random(Family family, int n, int p, Draw draw) {
        return Exercise.random(family, n, p, 0.1, 1, draw);
    }

    private static Exercise unit(Family family, Draw draw, double unit) {
        Exercise exercise = random(family, 25, 4, draw);
        double factor = family == Family.SQUARED || family == Family.POISSON ? unit : 1;
        return exercise.withTarget(times(factor, exercise.y()));
    }

    private static double[] times(double factor, double[] x) {
        return Arrays.stream(x).map(v -> factor * v).toArray();
    }

    private static double[] plus(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] + y[i]).toArray();
    }
}
