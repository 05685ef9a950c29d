package dev.taut.cli.verb;

import dev.taut.cli.call.Call;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.call.Loading;
import dev.taut.cli.call.Misuse;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.option.Settings;
import dev.taut.cli.option.Usage;
import dev.taut.cli.output.DemoData;
import dev.taut.cli.output.RunFolder;
import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.Wrap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The main job on bundled real data, step by step. */
@Command(
        name = "demo",
        description =
                "A tour on bundled real data: diabetes (numbers), titanic (two classes, messy) or wine (three classes).")
public final class DemoVerb implements Verb {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "diabetes",
            description = "diabetes, titanic or wine")
    private String name = "diabetes";

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public String example() {
        return "taut demo titanic";
    }

    @Override
    public List<String> explained() {
        return List.of("--output", "--json", "--verbose", "--quiet", "--no-color");
    }

    @Override
    public int run(Call call) throws IOException {
        DemoData demo = DemoData.named(Usage.choice("demo", name, DemoData.names()));
        String place = folder.output().isEmpty() ? "taut-demo/" + demo.name() : folder.output();
        Path target = Loading.path(call, place);
        RunFolder.check(target.resolve("out"), place + "/out", folder.overwrite());
        demo.write(target, place);
        String csv = place + "/" + demo.name() + ".csv";
        String fit = "taut fit " + Call.quoted(csv) + " " + demo.flags() + " -o " + Call.quoted(place + "/out");
        introduction(call.console(), demo, fit);
        int code = fit(call, demo, csv, place + "/out");
        if (code == ExitCode.DONE) {
            next(call.console(), demo, csv, place);
        }
        return code;
    }

    private static void introduction(Console console, DemoData demo, String fit) {
        Wrap.lines(demo.story(), Console.WIDTH, "").forEach(console::say);
        Wrap.lines("source: " + demo.source(), Console.WIDTH, "  ").forEach(console::say);
        console.say("");
        console.say("$ " + fit);
    }

    private int fit(Call call, DemoData demo, String csv, String out) {
        List<String> words = new ArrayList<>(List.of(csv));
        words.addAll(List.of(demo.flags().split(" ")));
        words.addAll(List.of("--output", out));
        if (folder.overwrite()) {
            words.add("--overwrite");
        }
        if (output.json()) {
            words.add("--json");
        }
        if (output.verbose()) {
            words.add("--verbose");
        }
        CommandLine line = Verbs.commandLine("fit");
        Settings settings = new Settings("fit", Map.of(), Optional.empty());
        line.setDefaultValueProvider(settings);
        Call inner = new Call(call.host(), call.console(), settings, Misuse.parse(line, words));
        return ((StudyVerb) Verbs.of(line)).run(inner);
    }

    private static void next(Console console, DemoData demo, String csv, String place) {
        console.say("");
        console.say("look     " + place + "/out/report.html, in a browser");
        console.say("then     taut path " + csv + " " + demo.flags() + " --knots");
        console.say("         taut compare " + csv + " " + demo.flags());
        console.say("         taut predict " + place + "/out " + csv + " --explain -o predictions.csv");
        console.say("         taut explain lambda");
        console.say("yours    taut inspect YOUR.csv");
    }
}
