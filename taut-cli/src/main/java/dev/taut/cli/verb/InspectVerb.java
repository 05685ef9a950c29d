package dev.taut.cli.verb;

import dev.taut.check.CheckedData;
import dev.taut.check.Checks;
import dev.taut.check.Inspection;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.Loading;
import dev.taut.cli.option.DataOptions;
import dev.taut.cli.option.GateOptions;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.option.ReadingOptions;
import dev.taut.cli.show.InspectionJson;
import dev.taut.cli.show.InspectionView;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A table at a glance, and everything that the checks find. */
@Command(
        name = "inspect",
        description = "Is my data ready? Types, gaps, scales, twins, suspects, and the command to go on with.")
public final class InspectVerb implements Verb {
    @Parameters(paramLabel = "DATA", description = "the file")
    private String data = "";

    @Mixin
    private DataOptions columns = new DataOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private GateOptions gate = new GateOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public String example() {
        return "taut inspect houses.csv --target price";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--target",
                "--task",
                "--exclude",
                "--keep",
                "--categorical",
                "--missing",
                "--delimiter",
                "--no-header",
                "--allow",
                "--strict",
                "--json",
                "--verbose",
                "--no-color");
    }

    @Override
    public int run(Call call) {
        List<Finding> findings = new ArrayList<>();
        long start = System.nanoTime();
        Table table = Loading.table(call, data, reading, findings);
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean assumed = columns.target().isEmpty();
        String target = assumed ? Loading.lastColumn(table) : columns.target();
        Dataset dataset = columns.dataset(table, target, reading);
        CheckedData checked = Checks.of(dataset, columns.checks(table, List.of(), 10, true));
        Inspection inspection = Inspection.of(checked);
        findings.addAll(checked.findings());
        if (output.json()) {
            call.console().machine(InspectionJson.of(checked.data(), inspection, findings));
        } else {
            new InspectionView(checked.data(), inspection, output.markdown(), output.verbose())
                    .print(call.console(), table, seconds, assumed);
        }
        call.console().findings(findings);
        next(call, checked, target);
        return Loading.exit(findings, gate.strict());
    }

    private static void next(Call call, CheckedData checked, String target) {
        boolean errors = checked.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        if (!errors) {
            String typed = call.commandLine().replaceFirst("^taut inspect", "taut fit");
            boolean named = typed.contains("--target");
            call.console().say("  next: " + typed + (named ? "" : " --target " + Call.quoted(target)));
        }
    }
}
