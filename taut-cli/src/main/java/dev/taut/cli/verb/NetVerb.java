package dev.taut.cli.verb;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.Model;
import dev.taut.check.CheckedData;
import dev.taut.check.Checks;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.call.Loading;
import dev.taut.cli.call.NetWork;
import dev.taut.cli.call.StudyProgress;
import dev.taut.cli.option.DataOptions;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.HoldoutOptions;
import dev.taut.cli.option.NetOptions;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.option.ReadingOptions;
import dev.taut.cli.option.TrainOptions;
import dev.taut.cli.option.Usage;
import dev.taut.cli.option.WeightOptions;
import dev.taut.cli.output.NetFolder;
import dev.taut.cli.show.NetView;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.fold.HoldoutPlan;
import dev.taut.fold.Holdouts;
import dev.taut.neural.Cnn;
import dev.taut.neural.Mlp;
import dev.taut.neural.NetFit;
import dev.taut.neural.NetLearner;
import dev.taut.neural.train.End;
import dev.taut.recipe.MissingColumns;
import dev.taut.recipe.Recipe;
import dev.taut.run.Holdout;
import dev.taut.study.Evaluation;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A neural network for a table or for images, with the penalties of lines. */
@Command(
        name = "net",
        description =
                "A neural network for a table or for images: trained, tested on held-out rows, written as a model.")
public final class NetVerb implements Verb {
    @Parameters(index = "0", paramLabel = "DATA", description = "the file: a table, or images in IDX format")
    private String data = "";

    @Option(names = "--test", paramLabel = "FILE", description = "test on the rows of this file instead of a holdout")
    private String test = "";

    @Option(names = "--resume", description = "go on from the checkpoint in the output folder, if there is one")
    private boolean resume;

    @Mixin
    private NetOptions net = new NetOptions();

    @Mixin
    private TrainOptions train = new TrainOptions();

    @Mixin
    private WeightOptions weights = new WeightOptions();

    @Mixin
    private DataOptions columns = new DataOptions();

    @Mixin
    private HoldoutOptions holdout = new HoldoutOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public String example() {
        return "taut net houses.csv --target price --hidden 64,32 -o out";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--target",
                "--hidden",
                "--images",
                "--epochs",
                "--rate",
                "--dropout",
                "--penalty",
                "--lambda",
                "--patience",
                "--identify",
                "--refit",
                "--test",
                "--seed",
                "--output",
                "--resume",
                "--json");
    }

    @Override
    public int run(Call call) throws IOException {
        if (columns.interactions().exist()) {
            throw Usage.refuse(
                    "--interactions", "`--interactions`: a net makes products of columns by itself", "leave it out");
        }
        if (columns.target().isEmpty()) {
            throw withoutTarget(call);
        }
        if (resume && folder.output().isEmpty()) {
            throw Usage.refuse("--resume", "`--resume` needs the folder that the training was writing to", "-o DIR");
        }
        Optional<NetFolder> into = NetFolder.of(call, folder);
        List<Finding> findings = new ArrayList<>();
        Dataset usable = usable(call, findings);
        HoldoutPlan plan = Holdouts.split(usable, test.isEmpty() ? holdout.share() : 0, train.seed());
        findings.addAll(plan.findings());
        Dataset rows = plan.exists() ? usable.rows(plan.split().train()) : usable;
        NetLearner learner = learner(usable);
        NetFit fit = new NetWork(call, into, resume).train(learner.prepare(rows));
        findings.addAll(fit.findings());
        Optional<Table> fresh = fresh(call, usable, plan, findings);
        NetView view = new NetView(
                fit,
                fresh.map(table -> figures(fit.model(), table)),
                learner instanceof Mlp ? fresh.map(table -> figures(line(call, rows), table)) : Optional.empty());
        if (output.json()) {
            call.console().machine(view.json(findings));
        } else {
            view.print(call.console(), output.markdown());
        }
        if (into.isPresent()) {
            call.console().say("  wrote " + String.join(" ", into.get().write(fit.model(), view.json(findings))));
        }
        call.console().findings(findings);
        return fit.trained().end() == End.CANCELLED ? ExitCode.CANCELLED : Loading.exit(findings, false);
    }

    private NetLearner learner(Dataset usable) {
        NetLearner usual =
                net.learner(usable, Recipe.standard().impute(columns.impute()).terms(columns.terms()));
        var learning = weights.learning(train.learning(usual.learning()));
        if (usual instanceof Mlp mlp) {
            return mlp.learning(learning);
        }
        return ((Cnn) usual).learning(learning);
    }

    /** Rows that were checked; of images, whose pixels are not columns that mean something for themselves, the labels alone. */
    private Dataset usable(Call call, List<Finding> findings) {
        long start = System.nanoTime();
        Table table = Loading.table(call, data, reading, findings);
        Dataset named = columns.dataset(table, columns.target(), reading);
        boolean images = net.isImages(table);
        Dataset usable;
        if (images && table.find(columns.target()).isPresent()) {
            boolean numbers = table.column(columns.target()) instanceof NumericColumn
                    && named.givenTask().isEmpty();
            Dataset labelled = numbers ? named.categorical(columns.target()) : named;
            usable = labelled.task(labelled.task());
        } else {
            var checked = Checks.of(
                    table.find(columns.target()).isPresent() ? named.task(named.task()) : named,
                    columns.checks(table, List.of(), 2, true));
            findings.addAll(checked.findings());
            usable = checked.orRefuse();
        }
        call.console()
                .narrate(
                        images ? "Read" : "Checked",
                        Wording.count(usable.rows(), "row", "rows") + ", "
                                + Wording.count(
                                        usable.features().size(),
                                        images ? "pixel" : "feature",
                                        images ? "pixels" : "features"),
                        (System.nanoTime() - start) / 1e9);
        return usable;
    }

    /** Rows that the net never saw, with their target. */
    private Optional<Table> fresh(Call call, Dataset usable, HoldoutPlan plan, List<Finding> findings) {
        if (!test.isEmpty()) {
            return Optional.of(Loading.table(call, test, reading, findings));
        }
        return plan.exists() ? Optional.of(usable.table().rows(plan.split().test())) : Optional.empty();
    }

    private Holdout figures(Model model, Table fresh) {
        return Evaluation.of(model, fresh, columns.weights(), MissingColumns.REFUSE)
                .figures();
    }

    /** What a net must be better than: the lasso on the same rows, with λ of the smallest cross-validated error. */
    private LinearModel line(Call call, Dataset rows) {
        FitPlan plan = FitPlan.standard()
                .linear(Linear.model()
                        .recipe(Recipe.standard().impute(columns.impute()).terms(columns.terms())))
                .rule(Rule.MINIMUM)
                .holdout(0)
                .seed(train.seed());
        return Study.fit(new CheckedData(rows, List.of()), plan, new StudyProgress(call))
                .model();
    }

    private dev.taut.finding.Refused withoutTarget(Call call) {
        Table table = Loading.table(call, data, reading, new ArrayList<>());
        boolean images = net.isImages(table);
        return Usage.refuse(
                "--target",
                "which column is to be predicted? " + table.source().name() + " has " + Wording.list(table.names(), 8),
                "--target " + Call.quoted(images ? table.names().get(0) : Loading.lastColumn(table)));
    }
}
