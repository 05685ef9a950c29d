package dev.taut.cli.verb;

import dev.taut.check.CheckedData;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.Outcome;
import dev.taut.cli.option.Entrants;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.HoldoutOptions;
import dev.taut.cli.option.TuningOptions;
import dev.taut.cli.option.Usage;
import dev.taut.cli.show.ComparisonView;
import dev.taut.compare.ComparisonPlan;
import dev.taut.compare.Entry;
import dev.taut.compare.Purpose;
import dev.taut.penalty.Penalty;
import dev.taut.run.Run;
import dev.taut.study.Fit;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Rule;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Several penalties on the same folds, with paired differences. */
@Command(
        name = "compare",
        description = "L1, L2 or both? Several penalties on the same folds and held-out rows, with paired differences.")
public final class CompareVerb extends StudyVerb {
    @Mixin
    private StudyOptions options = new StudyOptions();

    @Option(
            names = "--penalties",
            paramLabel = "LIST",
            split = ",",
            defaultValue = "none,ridge,enet,lasso",
            description = {
                "which ones; all: every kind there is",
                "(enet and relaxed without a number choose their l1Ratio or blend together with λ; all stands for none, ridge,"
                        + " enet, lasso, adaptive, relaxed, mcp, scad and, with categories, group)"
            })
    private List<String> penalties = List.of("none", "ridge", "enet", "lasso");

    @Option(
            names = "--purpose",
            paramLabel = "P",
            defaultValue = "any",
            description = {
                "any, predict, select or explain",
                "(decides the advice and, unless --rule is given, how λ is chosen: select takes one standard error from the"
                        + " smallest error, the others the smallest)"
            })
    private String purpose = "any";

    @Mixin
    private TuningOptions tuning = new TuningOptions();

    @Mixin
    private HoldoutOptions holdout = new HoldoutOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Override
    public String example() {
        return "taut compare houses.csv --target price --purpose select";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--target",
                "--penalties",
                "--purpose",
                "--task",
                "--loss",
                "--rule",
                "--folds",
                "--repeats",
                "--holdout",
                "--split-column",
                "--lambdas",
                "--seed",
                "--exclude",
                "--categorical",
                "--weights",
                "--output",
                "--json",
                "--markdown");
    }

    @Override
    StudyOptions options() {
        return options;
    }

    @Override
    FolderOptions folder() {
        return folder;
    }

    @Override
    FitPlan plan(Call call) {
        Usage.choice("--purpose", purpose, Purpose.words());
        Entrants.check(penalties);
        tuning.ruleGiven().filter(Rule::isCriterion).ifPresent(rule -> {
            throw Usage.refuse(
                    "--rule",
                    "`--rule " + rule.word() + "` chooses within one penalty; penalties are compared by folds",
                    "--rule min",
                    "--rule 1se");
        });
        return options.plan(call, Penalty.lasso(), tuning, holdout.share());
    }

    private List<Entry> entries(FitPlan plan, CheckedData checked) {
        return Entrants.of(penalties, plan.linear(), Entrants.hasCategories(checked.orRefuse()));
    }

    @Override
    int fits(FitPlan plan) {
        int specifications = Entrants.of(penalties, plan.linear(), false).stream()
                .mapToInt(entry -> entry.variants().size())
                .sum();
        return specifications * tuning.paths();
    }

    @Override
    Outcome study(CheckedData checked, FitPlan plan, Progress progress) {
        ComparisonPlan comparison =
                new ComparisonPlan(plan, entries(plan, checked), Purpose.named(purpose), tuning.ruleGiven());
        Fit fit = Study.compare(checked, comparison, progress);
        return new Outcome(fit.run(), Optional.of(fit.model()));
    }

    @Override
    void show(Call call, Run run) {
        new ComparisonView(run, call.console(), options.output().markdown()).print();
    }
}
