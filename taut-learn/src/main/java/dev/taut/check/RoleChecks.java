package dev.taut.check;

import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.Exposure;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Source;
import dev.taut.data.SplitColumn;
import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Columns that the user named: are they there (T0101), and can their values play the part (T0207)? */
final class RoleChecks {
    /** Names of the header that are quoted as evidence. */
    private static final int HEADER_SHOWN = 8;

    private RoleChecks() {}

    /** Every column with a role, a category mark or a wish to be kept must be in the table. */
    static void names(Review review) {
        Dataset data = review.data();
        for (Role role : Role.values()) {
            named(review, label(role), flag(role), having(data, role));
        }
        named(review, "categorical", "--categorical", data.categorical());
        named(review, "text", "--text", data.text());
        named(review, "kept", "--keep", review.options().keep());
        for (Role single : List.of(
                Role.TARGET,
                Role.WEIGHTS,
                Role.OFFSET,
                Role.EXPOSURE,
                Role.EVENT,
                Role.START,
                Role.STRATA,
                Role.SPLIT,
                Role.GROUP,
                Role.TIME)) {
            onlyOne(review, single);
        }
    }

    private static List<String> having(Dataset data, Role role) {
        return data.roles().entrySet().stream()
                .filter(e -> e.getValue() == role)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static String label(Role role) {
        return role == Role.LEFT_OUT ? "left-out" : role.word();
    }

    private static String flag(Role role) {
        return switch (role) {
            case EXCLUDED, LEFT_OUT -> "--exclude";
            case SPLIT -> "--split-column";
            case GROUP -> "--group-folds";
            case TIME -> "--time-folds";
            case FEATURE -> "--keep";
            case TARGET, WEIGHTS, OFFSET, EXPOSURE, EVENT, START, STRATA -> "--" + role.word();
        };
    }

    private static void named(Review review, String label, String flag, Collection<String> names) {
        Table table = review.data().table();
        List<String> known = table.names();
        List<String> corrected = new ArrayList<>();
        names.forEach(n ->
                corrected.add(known.contains(n) ? n : DidYouMean.of(n, known).orElse("")));
        corrected.removeIf(String::isEmpty);
        for (String wanted : names) {
            if (!known.contains(wanted)) {
                review.add(lacking(table, label, wanted, corrected.isEmpty() ? "" : Wording.flag(flag, corrected)));
            }
        }
    }

    private static Finding lacking(Table table, String label, String wanted, String remedy) {
        boolean file = !table.source().equals(Source.MEMORY);
        String place = file ? table.source().name() : "the table";
        Finding finding =
                Finding.of(Code.TARGET_NOT_FOUND, wanted, label + " column " + name(wanted) + " is not in " + place);
        List<String> evidence = new ArrayList<>();
        evidence.add((file ? place + ":1  " : "columns: ") + header(table.names()));
        DidYouMean.of(wanted, table.names()).ifPresent(near -> evidence.add("did you mean " + name(near) + "?"));
        finding = finding.because(evidence.toArray(String[]::new));
        return remedy.isEmpty() ? finding : finding.help(remedy);
    }

    private static String header(List<String> names) {
        String shown = String.join(",", names.subList(0, Math.min(names.size(), HEADER_SHOWN)));
        return names.size() > HEADER_SHOWN ? shown + ",…" : shown;
    }

    private static void onlyOne(Review review, Role role) {
        List<String> names = having(review.data(), role);
        if (names.size() > 1) {
            review.add(Finding.of(
                            Code.USAGE,
                            names.get(0),
                            "only one " + role.word() + " column is possible, " + names.size() + " were named: "
                                    + Wording.list(names, 5))
                    .help(Wording.flag(flag(role), names.get(0))));
        }
        if (role == Role.TARGET && names.isEmpty()) {
            review.add(Finding.of(Code.USAGE, "", "no column is the target: it was given another role as well")
                    .because("a column plays one part: target, feature, weights, offset, split or excluded"));
        }
    }

    /** Weights, offsets and exposures must be numbers, weights not negative, exposures positive; a split must say train or held out in every row. */
    static void values(Review review) {
        Dataset data = review.data();
        data.find(Role.WEIGHTS).ifPresent(c -> {
            if (number(review, c, "weights")) {
                weights(review, (NumericColumn) c);
            }
        });
        data.find(Role.OFFSET).ifPresent(c -> {
            if (number(review, c, "an offset")) {
                Exposure.offsetProblem((NumericColumn) c).ifPresent(review::add);
            }
        });
        data.find(Role.EXPOSURE).ifPresent(c -> {
            if (number(review, c, "an exposure")) {
                Exposure.problem((NumericColumn) c).ifPresent(review::add);
            }
        });
        data.find(Role.SPLIT).ifPresent(c -> split(review, c));
        SurvivalChecks.roles(review);
    }

    private static boolean number(Review review, Column column, String what) {
        if (column instanceof NumericColumn) {
            return true;
        }
        review.add(refused(column, name(column.name()) + " cannot be " + what + ": it does not hold numbers")
                .because("first value: \"" + firstText(column) + "\""));
        return false;
    }

    private static void weights(Review review, NumericColumn weights) {
        rowsThat(weights, i -> weights.value(i) < 0)
                .ifPresent(rows -> review.add(
                        refused(weights, "weights " + name(weights.name()) + " are negative in " + counted(rows))));
        rowsThat(weights, i -> !Double.isFinite(weights.value(i)))
                .ifPresent(rows -> review.add(refused(
                        weights, "weights " + name(weights.name()) + " are missing or infinite in " + counted(rows))));
        if (weights.size() > 0 && rowsThat(weights, i -> weights.value(i) != 0).isEmpty()) {
            review.add(
                    refused(weights, "weights " + name(weights.name()) + " are 0 in every row: nothing would count"));
        }
    }

    private static void split(Review review, Column column) {
        Optional<boolean[]> training = SplitColumn.training(column);
        if (training.isEmpty()) {
            review.add(refused(column, "split column " + name(column.name()) + " does not say which rows train")
                    .because(
                            "its values: " + Wording.list(SplitColumn.values(column), 5),
                            "in every row it must be train or test, true or false, 1 or 0"));
            return;
        }
        long trains =
                IntStream.range(0, column.size()).filter(i -> training.get()[i]).count();
        if (trains == 0 || trains == column.size()) {
            review.add(refused(
                    column,
                    "split column " + name(column.name()) + " puts every row into "
                            + (trains == 0 ? "the held-out part" : "training")));
        }
    }

    private static Finding refused(Column column, String message) {
        return Finding.of(Code.NOT_ALLOWED, column.name(), message);
    }

    private static String firstText(Column column) {
        return IntStream.range(0, column.size())
                .mapToObj(column::text)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String counted(int[] rows) {
        return Wording.count(rows.length, "row", "rows") + " (" + Wording.rows(rows) + ")";
    }

    private static Optional<int[]> rowsThat(Column column, java.util.function.IntPredicate test) {
        int[] rows = IntStream.range(0, column.size()).filter(test).toArray();
        return rows.length == 0 ? Optional.empty() : Optional.of(rows);
    }
}
