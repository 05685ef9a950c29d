package dev.taut.cli.verb;

import dev.taut.cli.call.Call;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.call.Loading;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.output.RunFiles;
import dev.taut.cli.output.RunFolder;
import dev.taut.cli.show.Json;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.report.Report;
import dev.taut.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The report of an earlier run, drawn again. */
@Command(name = "report", description = "Draw report.html again from an earlier run, with this version's charts.")
public final class ReportVerb implements Verb {
    @Parameters(paramLabel = "RUN", description = "run.json or its folder")
    private String run = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where, instead of beside run.json")
    private String file = "";

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public String example() {
        return "taut report out";
    }

    @Override
    public List<String> explained() {
        return List.of("--output", "--json", "--quiet");
    }

    @Override
    public int run(Call call) {
        Path path = Loading.path(call, run);
        Run read = RunFiles.run(path, run);
        Path beside = Files.isDirectory(path) ? path.resolve(RunFolder.REPORT) : path.resolveSibling(RunFolder.REPORT);
        Path target = file.isEmpty() ? beside : Loading.path(call, file);
        try {
            Report.write(read, target);
        } catch (IOException e) {
            throw new Refused(Finding.of(
                            Code.OUTPUT_UNWRITABLE,
                            target.toString(),
                            target + " cannot be written: its folder does not exist or is not writable")
                    .help("-o with another file"));
        }
        if (output.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("schema", "taut.report/1");
            json.put("report", target.toString());
            call.console().machine(Json.write(json));
        } else {
            call.console().result(target.toString());
        }
        return ExitCode.DONE;
    }
}
