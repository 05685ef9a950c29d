package dev.taut.check;

import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Times and events: an event column of two values, filled in; times that are not negative; starts before them (T0207). */
final class SurvivalChecks {
    private SurvivalChecks() {}

    /** The columns beside the target that only survival has. */
    static void roles(Review review) {
        Dataset data = review.data();
        data.find(Role.EVENT).ifPresent(column -> events(review, column));
        data.find(Role.STRATA).ifPresent(column -> filled(review, column, "strata"));
        data.find(Role.START).ifPresent(column -> starts(review, column));
        if (data.task() == Task.SURVIVAL && data.find(Role.EVENT).isEmpty()) {
            review.add(
                    Finding.of(
                                    Code.USAGE,
                                    data.targetName(),
                                    "survival needs a column that says whether the event came at the time in "
                                            + name(data.targetName()))
                            .because(
                                    "its two values are 0 and 1, no and yes, or the like; without one every time would be an event"));
        } else if (data.task() != Task.SURVIVAL) {
            for (Role role : List.of(Role.EVENT, Role.START, Role.STRATA)) {
                data.find(role)
                        .ifPresent(column -> review.add(Finding.of(
                                        Code.USAGE,
                                        column.name(),
                                        role.word() + " column " + name(column.name()) + " has no meaning for "
                                                + data.task().word())
                                .help("--task survival")));
            }
        }
    }

    private static void events(Review review, Column column) {
        filled(review, column, "event");
        List<String> values = IntStream.range(0, column.size())
                .filter(i -> !column.isMissing(i))
                .mapToObj(column::text)
                .distinct()
                .limit(4)
                .toList();
        if (values.size() != 2) {
            review.add(Finding.of(
                            Code.NOT_ALLOWED,
                            column.name(),
                            "event column " + name(column.name()) + " has "
                                    + (values.size() < 2 ? "a single value" : "more than two values"))
                    .because("its values: " + Wording.list(values, 3), "it must tell events from censored rows"));
        }
    }

    private static void filled(Review review, Column column, String what) {
        rows(review, column, what + " column " + name(column.name()) + " is missing", column::isMissing);
    }

    private static void starts(Review review, Column column) {
        if (!(column instanceof NumericColumn starts)) {
            review.add(Finding.of(
                    Code.NOT_ALLOWED,
                    column.name(),
                    name(column.name()) + " cannot be a start: it does not hold numbers"));
            return;
        }
        rows(
                review,
                column,
                "start " + name(column.name()) + " is missing or infinite",
                i -> !Double.isFinite(starts.value(i)));
        if (review.data().target() instanceof NumericColumn stops) {
            rows(
                    review,
                    column,
                    "start " + name(column.name()) + " is not before " + name(stops.name()),
                    i -> starts.value(i) >= stops.value(i));
        }
    }

    /** Times must not be negative. */
    static void times(Review review, NumericColumn times) {
        if (review.data().find(Role.START).isEmpty()) {
            rows(review, times, "time " + name(times.name()) + " is negative", i -> times.value(i) < 0);
        }
    }

    private static void rows(Review review, Column column, String message, IntPredicate wrong) {
        int[] rows = IntStream.range(0, column.size()).filter(wrong).toArray();
        if (rows.length > 0) {
            review.add(Finding.of(
                    Code.NOT_ALLOWED,
                    column.name(),
                    message + " in " + Wording.count(rows.length, "row", "rows") + " (" + Wording.rows(rows) + ")"));
        }
    }
}
