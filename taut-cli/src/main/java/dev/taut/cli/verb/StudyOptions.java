package dev.taut.cli.verb;

import dev.taut.Linear;
import dev.taut.check.CheckedData;
import dev.taut.check.Checks;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.Loading;
import dev.taut.cli.call.Penalised;
import dev.taut.cli.option.DataOptions;
import dev.taut.cli.option.ForeignOptions;
import dev.taut.cli.option.GateOptions;
import dev.taut.cli.option.LossOptions;
import dev.taut.cli.option.ModelOptions;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.option.ReadingOptions;
import dev.taut.cli.option.TuningOptions;
import dev.taut.cli.option.Usage;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Recipe;
import dev.taut.tuning.FitPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every verb that fits something is told, and how it becomes a plan and checked data. */
public final class StudyOptions {
    @Parameters(paramLabel = "DATA", description = "the file")
    private String data = "";

    @Mixin
    private DataOptions columns = new DataOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private LossOptions loss = new LossOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private ForeignOptions foreign = new ForeignOptions();

    @Mixin
    private GateOptions gate = new GateOptions();

    @Option(names = "--dry-run", description = "show the plan and where each value is from")
    private boolean dryRun;

    @Mixin
    private OutputOptions output = new OutputOptions();

    String data() {
        return data;
    }

    ModelOptions model() {
        return model;
    }

    LossOptions loss() {
        return loss;
    }

    boolean dryRun() {
        return dryRun;
    }

    GateOptions gate() {
        return gate;
    }

    OutputOptions output() {
        return output;
    }

    /** The plan as far as data, model and tuning decide it; refuses what contradicts itself before any file is read. */
    FitPlan plan(Call call, Penalty shape, TuningOptions tuning, double holdout) {
        foreign.refuseAlpha();
        double[] inverses = foreign.inverses();
        Linear linear = loss.loss()
                .or(model::ties)
                .map(Linear::of)
                .orElseGet(Linear::model)
                .penalty(model.adjusted(shape))
                .lambdas(model.lambdas())
                .recipe(Recipe.standard()
                        .impute(columns.impute())
                        .terms(columns.terms())
                        .interactions(columns.interactions()))
                .standardize(model.standardize())
                .intercept(model.intercept())
                .stopping(model.stopping())
                .storage(model.storage());
        FitPlan plan = FitPlan.standard()
                .linear(linear)
                .folds(tuning.folds())
                .rule(tuning.rule())
                .holdout(holdout)
                .seed(tuning.seed())
                .threads(tuning.threads())
                .nested(tuning.nested())
                .recorded(call.commandLine(), call.resolved());
        OptionalDouble lambda = tuning.lambda();
        if (lambda.isPresent() && inverses.length > 0) {
            throw twoStrengths();
        }
        return lambda.isPresent() ? plan.lambda(lambda.getAsDouble()) : plan;
    }

    /**
     * Reads and checks the data, and says so.
     *
     * @throws dev.taut.finding.Refused with everything that is wrong
     */
    CheckedData checked(Call call, FitPlan plan) {
        if (columns.target().isEmpty()) {
            throw withoutTarget(call);
        }
        long start = System.nanoTime();
        List<Finding> findings = new ArrayList<>();
        Table table = Loading.table(call, data, reading, findings);
        Dataset named = loss.typed(columns.dataset(table, columns.target(), reading));
        // Guessed once, from all rows: the rows of a fold may lack a class.
        Dataset dataset = table.find(columns.target()).isPresent() ? named.task(named.task()) : named;
        List<String> forced = DataOptions.names(model.force(), table);
        CheckedData found = Checks.of(
                dataset,
                columns.checks(
                                table,
                                forced,
                                plan.folds().count(),
                                plan.linear().settings().standardize())
                        .loss(plan.linear().namedLoss().orElse("")));
        findings.addAll(found.findings());
        CheckedData checked = new CheckedData(found.data(), findings);
        Dataset usable = checked.orRefuse();
        Penalised.check(model, usable);
        call.console()
                .narrate(
                        "Checked",
                        Wording.count(usable.rows(), "row", "rows") + ", "
                                + Wording.count(usable.features().size(), "feature", "features") + tally(findings),
                        (System.nanoTime() - start) / 1e9);
        return checked;
    }

    ForeignOptions foreign() {
        return foreign;
    }

    /** {@code --lambda} and {@code --C}. */
    static Refused twoStrengths() {
        return Usage.refuse("--C", "`--C` and `--lambda` give the same strength twice", "--lambda, or --C");
    }

    private Refused withoutTarget(Call call) {
        Table table = Loading.table(call, data, reading, new ArrayList<>());
        String last = Loading.lastColumn(table);
        return Usage.refuse(
                "--target",
                "which column is to be predicted? " + table.source().name() + " has " + Wording.list(table.names(), 8),
                "--target " + Call.quoted(last));
    }

    private static String tally(List<Finding> findings) {
        long warnings = count(findings, Severity.WARNING);
        long notes = count(findings, Severity.NOTE);
        String text = warnings == 0 ? "" : "; " + Wording.count(warnings, "warning", "warnings");
        return notes == 0 ? text : text + (text.isEmpty() ? "; " : ", ") + Wording.count(notes, "note", "notes");
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}
