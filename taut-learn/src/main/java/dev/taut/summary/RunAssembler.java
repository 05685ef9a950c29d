package dev.taut.summary;

import dev.taut.LinearPath;
import dev.taut.Version;
import dev.taut.check.Summaries;
import dev.taut.compare.Gain;
import dev.taut.data.Source;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.path.Knot;
import dev.taut.recipe.FittedRecipe;
import dev.taut.run.Comparison;
import dev.taut.run.DataSummary;
import dev.taut.run.Effect;
import dev.taut.run.InteractionSummary;
import dev.taut.run.Provenance;
import dev.taut.run.Run;
import dev.taut.run.Selection;
import dev.taut.run.Shrinkage.Picture;
import dev.taut.run.SolutionSummary;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Nested;
import dev.taut.tuning.Setup;
import dev.taut.tuning.Tuned;
import dev.taut.tuning.TuningMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts the parts of a study together into the one artefact that readers share. */
public final class RunAssembler {
    private final Setup setup;
    private final FitPlan plan;
    private final Clock clock;
    private final Optional<Picture> picture;
    private final Optional<Gain> gain;

    public RunAssembler(Setup setup, FitPlan plan, Clock clock) {
        this(setup, plan, clock, Optional.empty(), Optional.empty());
    }

    private RunAssembler(Setup setup, FitPlan plan, Clock clock, Optional<Picture> picture, Optional<Gain> gain) {
        this.setup = setup;
        this.plan = plan;
        this.clock = clock;
        this.picture = picture;
        this.gain = gain;
    }

    /** The same with a picture of the penalties on two columns. */
    public RunAssembler picture(Optional<Picture> drawn) {
        return new RunAssembler(setup, plan, clock, drawn, gain);
    }

    /** The same with what interactions gain over main effects alone. */
    public RunAssembler gain(Optional<Gain> measured) {
        return new RunAssembler(setup, plan, clock, picture, measured);
    }

    /**
     * A tuned fit, with what the holdout says if there is one.
     *
     * @param others findings of what it was compared with
     */
    public Run tuned(Tuned tuned, Optional<Comparison> comparison, List<Finding> others) {
        return tuned(tuned, comparison, others, Optional.empty());
    }

    /** A tuned fit, the procedure judged by nested cross-validation, too. */
    public Run nested(Tuned tuned, Nested nested) {
        return tuned(tuned, Optional.empty(), List.of(), Optional.of(nested));
    }

    private Run tuned(Tuned tuned, Optional<Comparison> comparison, List<Finding> others, Optional<Nested> nested) {
        List<Finding> findings = new ArrayList<>(setup.findings());
        List<Finding> tuning = StudyFindings.of(tuned);
        // Of a class that is too rare the check knew how many folds were asked for, the folds know how many were made.
        findings.removeIf(f -> f.code() == Code.RARE_CLASS && tuning.stream().anyMatch(f::concernsTheSame));
        findings.addAll(tuning);
        findings.addAll(others);
        Effect effect = Effects.of(tuned, setup, picture);
        Optional<dev.taut.run.Holdout> holdout = HoldoutFigures.of(tuned, setup, findings);
        Knot chosen = tuned.knot(tuned.chosen());
        SolutionSummary solution = SolutionSummaries.of(tuned);
        Optional<InteractionSummary> interactions = InteractionSummaries.of(tuned, solution, gain);
        interactions.flatMap(InteractionFindings::of).ifPresent(findings::add);
        return new Run(
                Run.SCHEMA,
                provenance(),
                data(tuned.path().recipe()),
                heaviestFirst(findings),
                Objectives.of(tuned.path(), setup.train(), chosen.lambda()),
                PathSummaries.of(tuned.path(), tuned.count()),
                Optional.of(Tunings.of(tuned, plan, nested)),
                solution,
                effect,
                holdout,
                comparison,
                Optional.empty(),
                Optional.empty(),
                SurvivalSummaries.of(tuned.path().model(chosen), setup),
                TextSummaries.of(tuned.path().recipe(), solution),
                interactions,
                clock.times(plan.threads()));
    }

    /** A path that was not tuned; its last knot stands for the solution. */
    public Run path(LinearPath fitted) {
        return path(fitted, fitted.path().knots().size() - 1, Optional.empty());
    }

    /** Features selected with a promise, and the path on all rows with the knot that stands for the solution. */
    public Run selected(LinearPath fitted, int knot, Selection selection) {
        return path(fitted, knot, Optional.of(selection));
    }

    private Run path(LinearPath fitted, int solution, Optional<Selection> selection) {
        List<Knot> knots = fitted.path().knots();
        List<Finding> findings = new ArrayList<>(setup.findings());
        StudyFindings.notCertified(knots, solution, findings);
        SolutionSummary shown = SolutionSummaries.of(fitted, solution);
        return new Run(
                Run.SCHEMA,
                provenance(),
                data(fitted.recipe()),
                heaviestFirst(findings),
                Objectives.of(fitted, setup.train(), knots.get(solution).lambda()),
                PathSummaries.of(fitted, knots.size()),
                Optional.empty(),
                shown,
                new Effect(TuningMetric.of(plan.linear(), setup.train()).name(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                selection,
                Optional.empty(),
                TextSummaries.of(fitted.recipe(), shown),
                Optional.empty(),
                clock.times(plan.threads()));
    }

    static List<Finding> heaviestFirst(List<Finding> findings) {
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparing((Finding f) -> f.severity()).reversed())
                .toList();
    }

    Provenance provenance() {
        Source source = setup.all().table().source();
        return new Provenance(
                plan.command(),
                plan.settings(),
                plan.seed(),
                source.name(),
                source.sha256(),
                source.reader(),
                Version.TEXT,
                System.getProperty("java.version"));
    }

    DataSummary data(FittedRecipe recipe) {
        return new DataSummary(
                setup.all().rows(),
                setup.train().rows(),
                setup.test().rows(),
                Summaries.target(setup.all()),
                Summaries.columns(setup.all(), recipe::encoding));
    }
}
