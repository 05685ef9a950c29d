package dev.taut.check;

import dev.taut.data.Dataset;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.List;

/**
 * Looks at a dataset before anything is estimated, and says everything that is wrong with it at once.
 *
 * <p>Names come first: if a named column is not in the table, only that is reported (T0101), for nothing else would be
 * true. Otherwise all findings of values (T02) and structure (T03) are collected. Nothing is thrown;
 * {@link CheckedData#orRefuse()} refuses on demand.
 */
public final class Checks {
    private Checks() {}

    /** {@link #of(Dataset, CheckOptions)} with {@link CheckOptions#standard()}. */
    public static CheckedData of(Dataset data) {
        return of(data, CheckOptions.standard());
    }

    /** Every finding about {@code data}, and the dataset with unusable columns and unwanted rows left out. */
    public static CheckedData of(Dataset data, CheckOptions options) {
        Review review = new Review(data, options);
        RoleChecks.names(review);
        if (!review.result().hasErrors()) {
            contents(review);
        }
        return review.result();
    }

    private static void contents(Review review) {
        int rowsInFile = review.data().rows();
        RoleChecks.values(review);
        TextChecks.check(review);
        NumberChecks.values(review);
        TargetChecks.missing(review);
        if (enoughRows(review, rowsInFile)) {
            TargetChecks.values(review);
            NumberChecks.structure(review);
            Twins.check(review);
            Leakage.check(review);
            anyFeature(review);
        }
    }

    private static boolean enoughRows(Review review, int rowsInFile) {
        int rows = review.data().rows();
        if (rows >= 2) {
            return true;
        }
        String message = rows == rowsInFile
                ? "the table has " + (rows == 0 ? "no rows" : "1 row")
                : Wording.count(rows, "row", "rows") + " left after dropping missing targets";
        review.add(Finding.of(
                Code.TOO_FEW_ROWS, review.data().targetName(), message + "; at least 2 (and better 30) are needed"));
        return false;
    }

    private static void anyFeature(Review review) {
        if (!review.features().isEmpty()) {
            return;
        }
        String target = review.data().targetName();
        Finding finding = Finding.of(Code.NO_FEATURES, target, "no feature is left to explain " + Wording.name(target));
        List<Finding> reasons = review.reasonsForLeavingOut();
        review.add(
                reasons.isEmpty()
                        ? finding
                        : finding.because(reasons.stream().map(Finding::message).toArray(String[]::new))
                                .help(Wording.flag("--keep", reasons.get(0).subject())));
    }
}
