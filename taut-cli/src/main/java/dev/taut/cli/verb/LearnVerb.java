package dev.taut.cli.verb;

import dev.taut.cli.call.Call;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.call.Loading;
import dev.taut.cli.option.OutputOptions;
import dev.taut.cli.option.ScratchOptions;
import dev.taut.cli.option.Usage;
import dev.taut.cli.show.Chalk;
import dev.taut.cli.show.Json;
import dev.taut.cli.show.LessonJson;
import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.io.Tables;
import dev.taut.lesson.Lesson;
import dev.taut.lesson.Lessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Short lessons that break something and mend it. */
@Command(
        name = "learn",
        description =
                "Short lessons, each on data of its own: a mistake, what it costs, what mends it. Without NAME, the list.")
public final class LearnVerb implements Verb {
    private static final String SCRATCH = "l2-from-scratch";

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "the lesson")
    private String name = "";

    @Option(names = "--show-code", description = "the source of what the lesson runs")
    private boolean code;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "folder for the lesson's data")
    private String output = "lessons";

    @Mixin
    private ScratchOptions scratch = new ScratchOptions();

    @Mixin
    private OutputOptions shown = new OutputOptions();

    @Override
    public String example() {
        return "taut learn " + SCRATCH;
    }

    @Override
    public List<String> explained() {
        return List.of("--show-code", "--lambda", "--learning-rate", "--epochs", "--penalty", "--output");
    }

    @Override
    public int run(Call call) {
        if (name.isEmpty()) {
            list(call.console());
            return ExitCode.DONE;
        }
        List<String> names = Lessons.all().stream().map(Lesson::name).toList();
        String chosen = Usage.choice("learn", name, names);
        if (scratch.given() && !chosen.equals(SCRATCH)) {
            throw Usage.refuse(
                    chosen,
                    "--lambda, --learning-rate, --epochs and --penalty belong to the lesson " + SCRATCH,
                    "taut learn " + SCRATCH);
        }
        Lesson lesson = chosen.equals(SCRATCH)
                ? scratch.lesson()
                : Lessons.named(chosen).orElseThrow();
        if (code) {
            code(lesson, call.console());
        } else {
            teach(lesson, call.console());
            onwards(lesson, call);
        }
        return ExitCode.DONE;
    }

    private void list(Console console) {
        if (shown.json()) {
            console.machine(Json.write(LessonJson.contents()));
            return;
        }
        TextTable table = new TextTable("lesson", "question");
        Lessons.all().forEach(lesson -> table.row(lesson.name(), lesson.question()));
        console.table(table, shown.markdown());
        console.result("");
        console.result("  taut learn " + Lessons.all().get(0).name());
    }

    private void teach(Lesson lesson, Console console) {
        if (shown.json()) {
            console.machine(Json.write(LessonJson.of(lesson)));
        } else {
            lesson.teach(new Chalk(console, shown.markdown()));
        }
    }

    private static void code(Lesson lesson, Console console) {
        if (lesson.code().isEmpty()) {
            throw Usage.refuse(
                    lesson.name(),
                    "the lesson " + lesson.name() + " has no code to show: it calls the library",
                    "taut learn " + SCRATCH + " --show-code");
        }
        lesson.code().stream().flatMap(c -> Lessons.source(c).lines()).forEach(console::result);
    }

    /** Writes the data, and says how to go on with them. */
    private void onwards(Lesson lesson, Call call) {
        lesson.data().ifPresent(table -> {
            String file = output + "/" + lesson.name() + ".csv";
            Path path = Loading.path(call, file);
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw new Refused(
                        Finding.of(Code.OUTPUT_UNWRITABLE, output, output + " cannot be written: " + e.getMessage())
                                .help("-o with another folder"));
            }
            Tables.write(table, path);
            Console console = call.console();
            console.say("");
            console.say("data     " + file);
            String head = "go on    ";
            for (String command : lesson.onwards()) {
                console.say(head + command.replace(Lesson.DATA, Call.quoted(file)));
                head = "         ";
            }
        });
    }
}
