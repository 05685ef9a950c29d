package dev.taut.check;

import static dev.taut.finding.Wording.count;
import static dev.taut.finding.Wording.flag;
import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.NumericColumn;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers and cells: infinite (T0203), row numbers (T0305), missing (T0204), constant (T0301), unscaled (T0307). */
final class NumberChecks {
    private static final double VERY_DIFFERENT_SPREAD = 10;
    private static final double MOSTLY_MISSING = 0.5;
    private static final int NAMES_SHOWN = 8;

    private NumberChecks() {}

    /** What can be located by a row of the file. */
    static void values(Review review) {
        for (Column column : review.features()) {
            if (column instanceof NumericColumn numbers) {
                infinite(review, numbers, "");
                if (countsUp(numbers) && !review.kept(column.name())) {
                    TextChecks.identifier(
                            review,
                            column.name(),
                            name(column.name()) + " counts the rows: an identifier, not a feature",
                            "left in, the model would learn the order of the file");
                }
            }
        }
    }

    /** T0203 for one column; {@code what} says its part, if it is not a feature. */
    static void infinite(Review review, NumericColumn column, String what) {
        int[] rows = IntStream.range(0, column.size())
                .filter(i -> Double.isInfinite(column.value(i)))
                .toArray();
        if (rows.length > 0) {
            String values = rows.length == 1 ? "infinite value in " : "infinite values in ";
            review.add(Finding.of(
                            Code.INFINITE_VALUE,
                            column.name(),
                            values + what + name(column.name()) + " (" + Wording.rows(rows)
                                    + "): 1/0 in an earlier step?")
                    .help("--missing inf"));
        }
    }

    /** Whole numbers, each one more than the row before; years are not identifiers but a trend. */
    private static boolean countsUp(NumericColumn column) {
        int n = column.size();
        if (n < TextChecks.FEW_CELLS || column.value(0) != Math.rint(column.value(0))) {
            return false;
        }
        for (int i = 1; i < n; i++) {
            if (column.value(i) != column.value(i - 1) + 1) {
                return false;
            }
        }
        return column.value(0) < 1700 || column.value(n - 1) > 2200;
    }

    /** What is about the columns as they will teach. */
    static void structure(Review review) {
        constant(review);
        missing(review);
        if (!review.options().standardize()) {
            spread(review);
        }
    }

    private static void constant(Review review) {
        List<String> constant = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (Column column : review.features()) {
            if (isConstant(column) && !review.kept(column.name())) {
                constant.add(column.name());
                if (column.isMissing(0)) {
                    empty.add(column.name());
                }
            }
        }
        if (constant.isEmpty()) {
            return;
        }
        constant.forEach(review::leaveOut);
        String columns = constant.size() == 1
                ? "1 constant column carries no information and was dropped: "
                : count(constant.size()) + " constant columns carry no information and were dropped: ";
        Finding finding = Finding.of(
                        Code.CONSTANT_COLUMN, constant.get(0), columns + Wording.list(constant, NAMES_SHOWN))
                .help(flag("--exclude", constant));
        review.add(
                empty.isEmpty() ? finding : finding.because("without any value: " + Wording.list(empty, NAMES_SHOWN)));
    }

    /** Whether all cells are the same; a value that is sometimes missing is not constant, for that tells something. */
    static boolean isConstant(Column column) {
        for (int i = 1; i < column.size(); i++) {
            if (!same(column, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Column column, int row) {
        if (column instanceof NumericColumn numbers) {
            return Double.compare(numbers.value(row), numbers.value(0)) == 0 || numbers.value(row) == numbers.value(0);
        }
        return column instanceof TextColumn text
                ? text.code(row) == text.code(0)
                : column.text(row).equals(column.text(0));
    }

    private static void missing(Review review) {
        List<Column> gaps =
                review.features().stream().filter(c -> c.missing() > 0).toList();
        if (gaps.isEmpty()) {
            return;
        }
        boolean refuse = review.options().refuseMissing();
        String[] mostly = gaps.stream()
                .filter(c -> c.missing() > MOSTLY_MISSING * c.size())
                .map(Column::name)
                .toArray(String[]::new);
        Finding finding = Finding.of(
                Code.MISSING_VALUES,
                gaps.get(0).name(),
                gapsText(gaps) + (refuse ? " and --impute none was asked" : ""));
        if (refuse) {
            review.add(finding.as(Severity.ERROR).help("--impute median"));
            return;
        }
        finding = finding.because(
                "numbers are imputed inside each fold, plus a 0/1 flag; missing text is a category of its own",
                "why: imputing before splitting would leak the held-out rows; --impute none refuses instead");
        review.add(mostly.length == 0 ? finding : finding.help(flag("--exclude", List.of(mostly))));
    }

    private static String gapsText(List<Column> gaps) {
        List<String> each = gaps.stream()
                .map(c -> c.name() + " " + count(c.missing()) + " (" + Wording.percent((double) c.missing() / c.size())
                        + ")")
                .toList();
        if (gaps.size() > 1) {
            return count(gaps.size()) + " columns have missing values: " + Wording.list(each, NAMES_SHOWN);
        }
        Column only = gaps.get(0);
        return name(only.name()) + " has " + count(only.missing(), "missing value", "missing values") + " ("
                + Wording.percent((double) only.missing() / only.size()) + ")";
    }

    private static void spread(Review review) {
        String narrow = "";
        String wide = "";
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (NumericColumn column : review.numbers()) {
            double sd = Moments.of(column).sd();
            if (sd > 0 && sd < least) {
                least = sd;
                narrow = column.name();
            }
            if (sd > most) {
                most = sd;
                wide = column.name();
            }
        }
        if (most > VERY_DIFFERENT_SPREAD * least) {
            review.add(Finding.of(
                            Code.UNSCALED,
                            narrow,
                            name(wide) + " spreads " + count(Math.round(most / least)) + "× wider than " + name(narrow)
                                    + " and columns are not standardized")
                    .because("why: the penalty then falls on units, not on importance")
                    .help("--standardize"));
        }
    }
}
