package dev.taut.finding;

/**
 * The catalogue of findings: T00 usage, T01 file and columns, T02 values, T03 structure, T04 tuning, T05 solver, T06
 * model and prediction. The id is printed, stable, and explained by {@code taut explain ID}.
 */
public enum Code {
    USAGE("T0001", Severity.ERROR, "wrong usage"),
    AMBIGUOUS_ALPHA("T0002", Severity.ERROR, "`--alpha` means two things"),
    BACKWARDS_C("T0003", Severity.ERROR, "`--C` counts backwards"),
    TARGET_NOT_FOUND("T0101", Severity.ERROR, "column not in the file"),
    FILE_UNREADABLE("T0102", Severity.ERROR, "file missing, empty or not a table"),
    NO_HEADER("T0103", Severity.ERROR, "no header line"),
    OUTPUT_UNWRITABLE("T0104", Severity.ERROR, "output cannot be written"),
    RAGGED_LINE("T0105", Severity.ERROR, "a line has too many or too few fields"),
    COLUMN_NAMES("T0106", Severity.ERROR, "columns without a name, or sharing one"),
    BROKEN_QUOTE("T0107", Severity.ERROR, "a quote that does not close"),
    MALFORMED_LINE("T0108", Severity.ERROR, "a line that is not in the file's format"),
    TEXT_IN_NUMBERS("T0201", Severity.ERROR, "text in a numeric column"),
    MISSING_TARGET("T0202", Severity.ERROR, "missing target values"),
    INFINITE_VALUE("T0203", Severity.ERROR, "infinite values"),
    MISSING_VALUES("T0204", Severity.WARNING, "missing values were imputed"),
    SINGLE_CLASS("T0205", Severity.ERROR, "the target has a single value"),
    RARE_CLASS("T0206", Severity.WARNING, "a class has fewer rows than folds"),
    NOT_ALLOWED("T0207", Severity.ERROR, "values that the column's role does not allow"),
    TOO_COARSE("T0208", Severity.ERROR, "numbers that float32 cannot keep apart"),
    ORDER_ASSUMED("T0209", Severity.WARNING, "the order of the classes was not given"),
    CONSTANT_COLUMN("T0301", Severity.WARNING, "constant columns"),
    DUPLICATE_COLUMN("T0302", Severity.WARNING, "the same column twice"),
    CORRELATED_CLUSTER("T0303", Severity.NOTE, "correlated cluster"),
    TOO_FEW_ROWS("T0304", Severity.ERROR, "too few rows"),
    IDENTIFIER("T0305", Severity.ERROR, "an identifier, not a feature"),
    LEAKAGE_SUSPECT("T0306", Severity.WARNING, "one column explains nearly everything"),
    UNSCALED("T0307", Severity.WARNING, "columns on very different scales, not standardized"),
    FREE_TEXT("T0308", Severity.WARNING, "free text was left out"),
    MANY_LEVELS("T0309", Severity.NOTE, "many categories"),
    NO_FEATURES("T0310", Severity.ERROR, "no feature is left"),
    PROSE("T0311", Severity.NOTE, "prose, whose words become features"),
    INTERACTION_IGNORED("T0312", Severity.NOTE, "columns that act together, fitted as if they did not"),
    FOLDS_EXCEED_ROWS("T0401", Severity.ERROR, "more folds than rows"),
    EDGE_OF_GRID("T0402", Severity.WARNING, "the best lambda is the last one tried"),
    OVER_REGULARIZED("T0403", Severity.WARNING, "over-regularized"),
    NO_UNIQUE_SOLUTION("T0404", Severity.WARNING, "without a penalty there is no unique solution"),
    NO_HOLDOUT("T0405", Severity.NOTE, "no holdout, or one that lacks a class"),
    REPEATS_ALIKE("T0406", Severity.NOTE, "repeats that would be alike"),
    CANCELLED("T0407", Severity.WARNING, "cancelled before it was done"),
    DISPERSION_ESTIMATED("T0408", Severity.NOTE, "θ of the negative binomial was estimated"),
    FLAT_CURVE("T0409", Severity.NOTE, "no lambda predicts clearly better than the strongest"),
    SEPARABLE("T0501", Severity.ERROR, "the classes are perfectly separated"),
    NOT_CERTIFIED("T0502", Severity.WARNING, "a knot is not certified"),
    DIVERGED("T0503", Severity.WARNING, "training diverged"),
    COLUMN_LACKING("T0601", Severity.ERROR, "a column that the model uses is missing"),
    UNSEEN_LEVEL("T0602", Severity.WARNING, "a level never seen in training"),
    EXTRAPOLATION("T0603", Severity.WARNING, "rows outside the training range"),
    HOLDOUT_REUSED("T0604", Severity.WARNING, "the holdout was opened before"),
    MODEL_UNREADABLE("T0605", Severity.ERROR, "not a model file that this version reads");

    private final String id;
    private final Severity severity;
    private final String title;

    Code(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    public String id() {
        return id;
    }

    /** The usual weight; a finding may carry another. */
    public Severity severity() {
        return severity;
    }

    public String title() {
        return title;
    }

    /** 2 for usage, 3 for refused data: what the command line exits with when this is the first error. */
    public int exitCode() {
        return id.startsWith("T00") ? 2 : 3;
    }
}
