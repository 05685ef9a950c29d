package dev.taut.cli.verb;

import dev.taut.LinearModel;
import dev.taut.Model;
import dev.taut.Predictions;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.call.Loading;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.option.ReadingOptions;
import dev.taut.cli.option.ScoringOptions;
import dev.taut.cli.option.Usage;
import dev.taut.cli.output.RunFiles;
import dev.taut.cli.show.PredictionTable;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.finding.Finding;
import dev.taut.io.Tables;
import dev.taut.svm.KernelModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Predictions for the rows of a file. */
@Command(
        name = "predict",
        description = "Predictions for new rows, as CSV on standard output or in a file; --explain says why.")
public final class PredictVerb implements Verb {
    @Parameters(index = "0", paramLabel = "MODEL", description = "model.taut or its folder")
    private String model = "";

    @Parameters(index = "1", paramLabel = "DATA", description = "the file")
    private String data = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "CSV file to write, instead of standard output")
    private String file = "";

    @Option(names = "--keep", paramLabel = "COLS", split = ",", description = "columns to carry along, as identifiers")
    private List<String> keep = List.of();

    @Option(names = "--times", paramLabel = "T,…", split = ",", description = "survival probabilities at these times")
    private List<String> times = List.of();

    @Option(names = "--explain", description = "what each feature adds to the linear predictor")
    private boolean explain;

    @Mixin
    private ScoringOptions scoring = new ScoringOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public String example() {
        return "taut predict out/model.taut new.csv --keep id -o predictions.csv";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--output",
                "--keep",
                "--explain",
                "--times",
                "--missing-columns",
                "--missing",
                "--delimiter",
                "--decimal",
                "--thousands",
                "--no-header",
                "--categorical",
                "--json",
                "--quiet");
    }

    @Override
    public int run(Call call) throws IOException {
        Model fitted = RunFiles.model(Loading.path(call, model), model);
        List<Finding> findings = new ArrayList<>();
        Table rows = Loading.table(call, data, reading, findings);
        Predictions predictions = fitted.predict(rows, scoring.missingColumns());
        PredictionTable table = new PredictionTable(fitted, rows, predictions);
        if (!times.isEmpty()) {
            table = table.surviving(times(fitted));
        }
        Table answer = table.with(keep, explain ? contributions(fitted, rows) : new double[0][]);
        if (output.json()) {
            call.console().machine(PredictionTable.json(answer, predictions));
        } else if (file.isEmpty()) {
            print(call, answer);
        } else {
            Tables.write(answer, Loading.path(call, file));
            call.console().say("  wrote " + file + "  (" + answer.rows() + " rows)");
        }
        findings.addAll(predictions.findings());
        call.console().findings(findings);
        return ExitCode.DONE;
    }

    private double[][] contributions(Model fitted, Table rows) {
        if (fitted instanceof LinearModel linear) {
            return linear.contributions(rows, scoring.missingColumns());
        }
        throw Usage.refuse(
                "--explain",
                "`--explain`: a " + (fitted instanceof KernelModel ? "kernel machine" : "net")
                        + " has no coefficients, so no column adds a part of its own to a prediction",
                "leave it out; the report says how much each column matters");
    }

    private double[] times(Model fitted) {
        if (fitted.targets().task() != Task.SURVIVAL) {
            throw Usage.refuse(
                    "--times",
                    "`--times`: the model predicts " + fitted.targets().column() + ", which is no time until an event");
        }
        return times.stream()
                .mapToDouble(time -> Usage.number("--times", time.strip(), 0, Double.MAX_VALUE))
                .toArray();
    }

    private static void print(Call call, Table answer) throws IOException {
        Path aside = Files.createTempFile("taut", ".csv");
        try {
            Tables.write(answer, aside);
            Files.copy(aside, call.console().bytes());
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
