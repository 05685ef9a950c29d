package dev.taut.testkit.matrix;

import dev.taut.testkit.matrix.Combination.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which cells of the matrix are tried: one for every loss and penalty, or all of them. */
final class Cells {
    /** {@code all} tries every cell with every storage. */
    private static final String WHICH = "taut.matrix";

    private Cells() {}

    static boolean everything() {
        return "all".equals(System.getProperty(WHICH));
    }

    /** Every cell of a loss and a penalty; its storage is none yet. */
    static Stream<Trial> of(LossCase loss, PenaltyCase penalty) {
        boolean[] both = {true, false};
        return Arrays.stream(Shape.values())
                .flatMap(shape -> Arrays.stream(Variation.values())
                        .flatMap(variation -> Stream.of(both[0], both[1])
                                .flatMap(intercept -> Stream.of(both[0], both[1])
                                        .map(standardize -> new Trial(
                                                loss, penalty, shape, variation, intercept, standardize, List.of())))));
    }

    /** The cells to be tried, none of which is refused. */
    static List<Trial> tried(LossCase loss, PenaltyCase penalty) {
        List<Trial> allowed = of(loss, penalty)
                .filter(trial -> Refusals.all().stream().noneMatch(refusal -> refusal.fits(trial)))
                .toList();
        if (everything()) {
            return allowed.stream()
                    .map(trial -> trial.on(List.of(Storages.values())))
                    .toList();
        }
        // One cell a pair, of both shapes and all variations by turns.
        int turn = loss.ordinal() * 37 + penalty.ordinal() * 23;
        Shape shape = Shape.values()[(loss.ordinal() + penalty.ordinal()) % 2];
        List<Trial> cells = allowed.stream().filter(t -> t.shape() == shape).toList();
        Storages storage = Storages.values()[turn % Storages.values().length];
        return cells.isEmpty()
                ? List.of()
                : List.of(cells.get(turn % cells.size()).on(List.of(storage)));
    }
}
