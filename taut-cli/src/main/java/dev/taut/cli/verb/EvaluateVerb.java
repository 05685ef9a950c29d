package dev.taut.cli.verb;

import dev.taut.Model;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.Loading;
import dev.taut.cli.option.GateOptions;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.option.ReadingOptions;
import dev.taut.cli.option.ScoringOptions;
import dev.taut.cli.output.RunFiles;
import dev.taut.cli.show.EvaluationView;
import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.study.Evaluation;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model on other rows whose target is known. */
@Command(
        name = "evaluate",
        description =
                "Does it still hold? A model's error on rows with a known target, and what they have that it never saw.")
public final class EvaluateVerb implements Verb {
    @Parameters(index = "0", paramLabel = "MODEL", description = "model.taut or its folder")
    private String model = "";

    @Parameters(index = "1", paramLabel = "DATA", description = "the file")
    private String data = "";

    @Option(names = "--weights", paramLabel = "COL", description = "how much each row counts")
    private String weights = "";

    @Mixin
    private ScoringOptions scoring = new ScoringOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private GateOptions gate = new GateOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public String example() {
        return "taut evaluate out/model.taut new.csv";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--weights", "--missing-columns", "--missing", "--delimiter", "--strict", "--json", "--markdown");
    }

    @Override
    public int run(Call call) {
        Model fitted = RunFiles.model(Loading.path(call, model), model);
        List<Finding> findings = new ArrayList<>();
        Table rows = Loading.table(call, data, reading, findings);
        Evaluation evaluation = Evaluation.of(fitted, rows, weights, scoring.missingColumns());
        findings.addAll(evaluation.findings());
        if (output.json()) {
            call.console().machine(EvaluationView.json(evaluation.figures(), findings));
        } else {
            new EvaluationView(evaluation.figures(), call.console(), output.markdown()).print();
        }
        call.console().findings(findings);
        return Loading.exit(findings, gate.strict());
    }
}
