package dev.taut.run;

import dev.taut.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Everything a reader needs to know about one fit, ready to be shown: {@code run.json} is this record as JSON, and its
 * schema stands in {@code docs/run-schema.md}.
 *
 * <p>Equal data, settings and seed give an equal {@code Run}, but for {@link #times()}, for any number of threads.
 *
 * @param schema     {@code taut.run/1}
 * @param provenance command, settings, seed, identity of the data, versions
 * @param data       the table as the model saw it, column by column
 * @param findings   every finding, heaviest first
 * @param objective  what was minimised, in words and as a formula
 * @param path       the regularization path on all training rows
 * @param tuning     the cross-validation curve and what the rule chose; empty for a path or a single λ without tuning
 * @param solution   the chosen model
 * @param effect     what regularization did: none, minimum, 1se and chosen, on train, cross-validated and held out
 * @param holdout    figures on rows that tuning never saw; empty if there is no holdout
 * @param comparison other penalties on the same folds; empty unless compared
 * @param kernel     of a kernel machine what there is to say; empty for a linear model
 * @param selection  features selected with a promise about false ones; empty unless that was asked for
 * @param survival   predicted against observed survival; empty unless times until an event were tuned for
 * @param text       the words of text columns; none unless there are such columns
 * @param interactions products of columns; empty where they can be neither fitted nor looked for
 * @param times      the only field that differs between two equal runs
 */
public record Run(
        String schema,
        Provenance provenance,
        DataSummary data,
        List<Finding> findings,
        Objective objective,
        PathSummary path,
        Optional<Tuning> tuning,
        SolutionSummary solution,
        Effect effect,
        Optional<Holdout> holdout,
        Optional<Comparison> comparison,
        Optional<KernelSummary> kernel,
        Optional<Selection> selection,
        Optional<SurvivalSummary> survival,
        List<TextSummary> text,
        Optional<InteractionSummary> interactions,
        Times times) {
    public static final String SCHEMA = "taut.run/1";
}
