package dev.taut.data;

/** What is predicted; it decides the default loss, the metrics and the kind of folds. */
public enum Task {
    /** A number; squared loss; RMSE. */
    REGRESSION,
    /** One of two classes; logistic loss; log-loss. */
    BINARY,
    /** One of three or more classes; multinomial loss; log-loss. */
    MULTICLASS,
    /** A count 0, 1, 2 …; Poisson loss with log link; mean Poisson deviance. */
    COUNT,
    /** A time until an event, possibly censored; Cox loss; partial-likelihood deviance. */
    SURVIVAL;

    /** The word used on the command line, in files and in reports. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean isClassification() {
        return this == BINARY || this == MULTICLASS;
    }
}
