package dev.taut.recipe;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.finding.Refused;
import dev.taut.text.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a table becomes a design, before anything is known about the rows: an immutable specification.
 *
 * <p>{@link #fit} estimates everything that must be estimated (medians, levels, ranges) from the rows it is given and
 * from nothing else, so fitting inside each fold keeps the held-out rows out. Scaling is not here: it is a view of the
 * design that the solver takes.
 *
 * @param impute       what takes the place of a missing number
 * @param flagMissing  whether a column that has missing cells in training also gives a 0/1 column {@code x (missing)}
 * @param contrast     which levels of a category become columns
 * @param minLevelRows levels held by fewer training rows are pooled into {@code (other)}, if there are two or more
 *                     such levels; 1 pools nothing. The default is 3: a coefficient that rests on one or two rows says
 *                     nothing about the next
 * @param terms        how the words of prose ({@link Dataset#text}) become columns
 * @param interactions which products of columns enter, too; a linear model finds them after its main effects
 */
public record Recipe(
        Impute impute,
        boolean flagMissing,
        Contrast contrast,
        int minLevelRows,
        Terms terms,
        Interactions interactions) {
    private static final Recipe STANDARD =
            new Recipe(Impute.MEDIAN, true, Contrast.ALL_LEVELS, 3, Terms.standard(), Interactions.none());

    public Recipe {
        if (minLevelRows < 1) {
            throw new IllegalArgumentException("minLevelRows must be at least 1, not " + minLevelRows);
        }
    }

    /** Median imputation with a flag, one column per level, levels with fewer than 3 rows pooled, prose as tf-idf. */
    public static Recipe standard() {
        return STANDARD;
    }

    public Recipe impute(Impute chosen) {
        return new Recipe(chosen, flagMissing, contrast, minLevelRows, terms, interactions);
    }

    public Recipe flagMissing(boolean wanted) {
        return new Recipe(impute, wanted, contrast, minLevelRows, terms, interactions);
    }

    public Recipe contrast(Contrast chosen) {
        return new Recipe(impute, flagMissing, chosen, minLevelRows, terms, interactions);
    }

    public Recipe minLevelRows(int rows) {
        return new Recipe(impute, flagMissing, contrast, rows, terms, interactions);
    }

    public Recipe terms(Terms chosen) {
        return new Recipe(impute, flagMissing, contrast, minLevelRows, chosen, interactions);
    }

    public Recipe interactions(Interactions chosen) {
        return new Recipe(impute, flagMissing, contrast, minLevelRows, terms, chosen);
    }

    /**
     * Estimates one step per feature column of the training rows; a column that does not vary among them gets none.
     * Interactions, which need the target, are not among them.
     *
     * @throws Refused if missing numbers are to be refused and there are some, naming every column (T0204)
     */
    public FittedRecipe fit(Dataset trainingRows) {
        List<Column> features = trainingRows.features();
        boolean refuse = impute == Impute.REFUSE;
        if (refuse) {
            Refused.ifAny(Gaps.refused(features));
        }
        List<Step> steps = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        for (Column column : features) {
            step(trainingRows, column).ifPresent(steps::add);
            if (column.missing() > 0) {
                gaps.add(column.name());
            }
        }
        return new FittedRecipe(steps, gaps, refuse);
    }

    /** The step for one column, if it varies. */
    Optional<? extends Step> step(Dataset data, Column column) {
        if (data.isText(column.name())) {
            return TextStep.fit(this, column);
        }
        if (data.isCategorical(column.name())) {
            return CategoryStep.fit(this, column);
        }
        if (column instanceof NumericColumn numbers) {
            return NumberStep.fit(this, numbers);
        }
        return column instanceof DateColumn dates ? DateStep.fit(this, dates) : CategoryStep.fit(this, column);
    }
}
