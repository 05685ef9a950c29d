package dev.taut.metric;

import dev.taut.data.Task;
import dev.taut.fold.Seeds;
import dev.taut.loss.Target;
import java.util.stream.IntStream;

/** Random predictions for tests, with ties, and every class among the first three rows. */
final class Cases {
    private Cases() {}

    static Scored random(Task task, int rows, int seed) {
        Seeds.Draws draws = Seeds.of(seed).stream("case");
        return switch (task) {
            case REGRESSION -> Scored.of(Target.of(values(rows, draws, 1)), values(rows, draws, 1));
            case COUNT ->
                Scored.of(
                        Target.of(IntStream.range(0, rows)
                                .mapToDouble(i -> i < 2 ? i : draws.below(5))
                                .toArray()),
                        values(rows, draws, 0.1));
            case BINARY ->
                Scored.of(
                        Target.classes(2, codes(rows, 2, draws)),
                        IntStream.range(0, rows)
                                .mapToDouble(i -> (1 + draws.below(9)) / 10.0)
                                .toArray());
            case SURVIVAL -> Scored.of(survival(rows, draws), values(rows, draws, 0.1));
            case MULTICLASS -> Scored.of(Target.classes(3, codes(rows, 3, draws)), shares(rows, draws));
        };
    }

    private static Target survival(int rows, Seeds.Draws draws) {
        boolean[] events = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            events[i] = i < 2 || draws.below(3) > 0;
        }
        return Target.survival(values(rows, draws, 0), events);
    }

    static Scored weighted(Task task, int rows, int seed) {
        Scored plain = random(task, rows, seed);
        return new Scored(plain.target(), plain.mean(), values(rows, Seeds.of(seed).stream("weights"), 0.2));
    }

    /** These rows, which may repeat. */
    static Scored rows(Scored scored, int[] picked) {
        int blocks = scored.mean().length / scored.rows();
        double[] mean = new double[blocks * picked.length];
        double[] weights = new double[picked.length];
        for (int i = 0; i < picked.length; i++) {
            weights[i] = scored.weights()[picked[i]];
            for (int k = 0; k < blocks; k++) {
                mean[k * picked.length + i] = scored.mean()[k * scored.rows() + picked[i]];
            }
        }
        return new Scored(target(scored.target(), picked), mean, weights);
    }

    private static Target target(Target target, int[] picked) {
        if (target instanceof Target.Classes classes) {
            return new Target.Classes(
                    IntStream.of(picked).map(i -> classes.codes()[i]).toArray(), classes.count());
        }
        if (target instanceof Target.Survival survival) {
            boolean[] events = new boolean[picked.length];
            for (int i = 0; i < picked.length; i++) {
                events[i] = survival.events()[picked[i]];
            }
            return Target.survival(
                    IntStream.of(picked).mapToDouble(i -> survival.stops()[i]).toArray(), events);
        }
        double[] values = target.numbers();
        return Target.of(IntStream.of(picked).mapToDouble(i -> values[i]).toArray());
    }

    private static double[] values(int rows, Seeds.Draws draws, double least) {
        return IntStream.range(0, rows)
                .mapToDouble(i -> least + 3 * draws.uniform())
                .toArray();
    }

    private static int[] codes(int rows, int classes, Seeds.Draws draws) {
        return IntStream.range(0, rows)
                .map(i -> i < classes ? i : draws.below(classes))
                .toArray();
    }

    private static double[] shares(int rows, Seeds.Draws draws) {
        double[] shares = values(3 * rows, draws, 0.3);
        for (int i = 0; i < rows; i++) {
            double sum = shares[i] + shares[rows + i] + shares[2 * rows + i];
            shares[i] /= sum;
            shares[rows + i] /= sum;
            shares[2 * rows + i] /= sum;
        }
        return shares;
    }
}
