package dev.taut.cli.verb;

import dev.taut.cli.call.Call;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.call.Loading;
import dev.taut.cli.call.Misuse;
import dev.taut.cli.call.Outcome;
import dev.taut.cli.option.ConfigFile;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.option.Settings;
import dev.taut.cli.option.Usage;
import dev.taut.cli.output.RunFiles;
import dev.taut.cli.output.RunFolder;
import dev.taut.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a file of settings asks for, or an earlier run once more. */
@Command(
        name = "run",
        description =
                "Do what a taut.toml says, or an earlier run again: is it still the same, and if not, what changed?")
public final class RunVerb implements Verb {
    @Parameters(index = "0", paramLabel = "WHAT", description = "taut.toml, run.json or its folder")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "DATA", description = "another file, or where it is now")
    private String data = "";

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public String example() {
        return "taut run out/run.json";
    }

    @Override
    public List<String> explained() {
        return List.of("--output", "--overwrite", "--json", "--markdown", "--verbose", "--quiet");
    }

    @Override
    public int run(Call call) throws java.io.IOException {
        Path path = Loading.path(call, what);
        return what.endsWith(".toml") ? settings(call, path) : replay(call, path);
    }

    private int settings(Call call, Path path) throws java.io.IOException {
        if (!Files.isRegularFile(path)) {
            throw Usage.refuse(what, what + " does not exist");
        }
        ConfigFile file = ConfigFile.read(
                path, Optional.ofNullable(Path.of(what).getParent()).orElse(Path.of("")), Verbs.names());
        file.check(Verbs.keys());
        List<String> words = new ArrayList<>();
        if (!data.isEmpty()) {
            words.add(data);
        }
        words.addAll(appearance());
        Call inner = inner(call, file.verb(), call.host().environment(), Optional.of(file), words);
        return verb(inner).run(inner);
    }

    private int replay(Call call, Path path) {
        Run before = RunFiles.run(path, what);
        Replay replay = new Replay(before);
        List<String> words = replay.words(data);
        words.addAll(appearance());
        Call inner = inner(call, replay.verb(), Map.of(), Optional.empty(), words);
        if (!(verb(inner) instanceof StudyVerb study)) {
            throw Usage.refuse(
                    what, "the run of " + what + " comes from `taut " + replay.verb() + "`, which fits nothing");
        }
        if (!folder.output().isEmpty()) {
            RunFolder.check(Loading.path(call, folder.output()), folder.output(), folder.overwrite());
        }
        Outcome outcome = study.outcome(inner);
        study.print(inner, outcome.run());
        if (!folder.output().isEmpty()) {
            RunFolder.write(outcome.run(), outcome.model(), Loading.path(call, folder.output()), folder.output());
        }
        List<String> changes = replay.changes(outcome.run());
        changes.forEach(line -> call.console().error("  " + line));
        if (changes.isEmpty()) {
            call.console().say("  the same as " + what + ", number by number");
        }
        return changes.isEmpty() ? ExitCode.DONE : ExitCode.GATE;
    }

    private List<String> appearance() {
        List<String> words = new ArrayList<>();
        if (output.json()) {
            words.add("--json");
        }
        if (output.markdown()) {
            words.add("--markdown");
        }
        if (output.verbose()) {
            words.add("--verbose");
        }
        if (!folder.output().isEmpty()) {
            words.addAll(List.of("--output", folder.output()));
        }
        if (folder.overwrite()) {
            words.add("--overwrite");
        }
        return words;
    }

    private static Verb verb(Call call) {
        return (Verb) call.parsed().commandSpec().userObject();
    }

    private static Call inner(
            Call call, String name, Map<String, String> environment, Optional<ConfigFile> file, List<String> words) {
        if (!Verbs.names().contains(name) || name.equals("run")) {
            throw Usage.refuse(name, "`" + name + "` is not a verb that can be run from a file");
        }
        CommandLine line = Verbs.commandLine(name);
        Settings settings = new Settings(name, environment, file);
        line.setDefaultValueProvider(settings);
        return new Call(call.host(), call.console(), settings, Misuse.parse(line, words));
    }
}
