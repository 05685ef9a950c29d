package dev.taut.cli.verb;

import dev.taut.cli.call.Call;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.call.Loading;
import dev.taut.cli.help.FlagWords;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.option.Usage;
import dev.taut.cli.output.RunFiles;
import dev.taut.cli.show.Json;
import dev.taut.cli.show.ObjectiveCard;
import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Explanations;
import dev.taut.finding.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The page of a code, a term or a flag. */
@Command(
        name = "explain",
        description =
                "What does it mean? A code (T0303), a term (lambda), a flag (--gap), or the objective of a run (out).")
public final class ExplainVerb implements Verb {
    @Parameters(paramLabel = "WHAT", arity = "0..*", description = "a code, a term, a flag or a run")
    private List<String> what = List.of();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public String example() {
        return "taut explain T0303";
    }

    @Override
    public List<String> explained() {
        return List.of("--json", "--no-color");
    }

    @Override
    public int run(Call call) {
        if (what.isEmpty()) {
            show(call, "explain", contents());
            return ExitCode.DONE;
        }
        String word = String.join(" ", what);
        Optional<String> page = word.startsWith("-") ? FlagWords.page(word, Verbs.specs()) : Explanations.page(word);
        show(call, word, page.or(() -> objective(call)).orElseThrow(() -> unknown(word)));
        return ExitCode.DONE;
    }

    /** The objective of a run, if the words are {@code RUN} or {@code objective RUN}. */
    private Optional<String> objective(Call call) {
        boolean named = what.size() == 2 && what.get(0).equals("objective");
        String run = what.get(what.size() - 1);
        if (what.size() > 1 && !named) {
            return Optional.empty();
        }
        Path path = Loading.path(call, run);
        return named || Files.exists(path)
                ? Optional.of(String.join("\n", new ObjectiveCard(RunFiles.run(path, run)).lines()))
                : Optional.empty();
    }

    private static String contents() {
        var text = new StringBuilder("codes\n");
        for (Code code : Code.values()) {
            text.append("  ")
                    .append(code.id())
                    .append("  ")
                    .append(code.title())
                    .append('\n');
        }
        text.append("\nterms\n");
        Wrap.lines("  " + String.join(" · ", Explanations.terms()), Console.WIDTH, "  ")
                .forEach(line -> text.append(line).append('\n'));
        return text.append("\nany flag as well: taut explain --gap").toString();
    }

    private void show(Call call, String word, String page) {
        if (output.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("schema", "taut.explanation/1");
            json.put("word", word);
            json.put("text", page);
            call.console().machine(Json.write(json));
        } else {
            page.lines().forEach(call.console()::result);
        }
    }

    private static Refused unknown(String word) {
        String[] near = DidYouMean.of(word, Explanations.words()).stream()
                .map(w -> "taut explain " + Call.quoted(w))
                .toArray(String[]::new);
        return Usage.refuse(word, "there is no page about `" + word + "`; `taut explain` lists them all", near);
    }
}
