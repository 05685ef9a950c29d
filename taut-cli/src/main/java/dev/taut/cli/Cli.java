package dev.taut.cli;

import dev.taut.Version;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.call.Misuse;
import dev.taut.cli.help.HelpScreen;
import dev.taut.cli.option.ConfigFile;
import dev.taut.cli.option.Settings;
import dev.taut.cli.option.Usage;
import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.Host;
import dev.taut.cli.verb.Verb;
import dev.taut.cli.verb.Verbs;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Refused;
import dev.taut.tuning.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** From the words of a command line to an exit code; no exception leaves it. */
public final class Cli {
    private final List<String> args;
    private final Host host;
    private Optional<CommandSpec> verb = Optional.empty();

    private Cli(List<String> args, Host host) {
        this.args = args;
        this.host = host;
    }

    /** 0 done · 1 our bug · 2 usage · 3 data refused · 4 a gate failed · 130 cancelled. */
    public static int run(String[] args, Host host) {
        Cli cli = new Cli(List.of(args), host);
        Console console = cli.console();
        try {
            return cli.run(console);
        } catch (Refused e) {
            console.findings(e.findings());
            cli.suggest(e, console);
            if (cli.given("--debug")) {
                Crash.trace(e, console);
            }
            return e.findings().isEmpty()
                    ? ExitCode.REFUSED
                    : e.findings().get(0).code().exitCode();
        } catch (Progress.Cancelled e) {
            console.say("cancelled");
            return ExitCode.CANCELLED;
        } catch (OutOfMemoryError e) {
            return Crash.outOfMemory(console);
        } catch (IOException | RuntimeException | Error e) {
            return Crash.report(e, cli.args, host, console);
        } finally {
            console.flush();
        }
    }

    private Console console() {
        Console.Manner manner = new Console.Manner(
                host.charset(),
                host.style(given("--no-color")),
                given("-q")
                        || given("--quiet")
                        || "true".equals(host.environment().get("TAUT_QUIET")),
                host.terminal());
        return new Console(host.out(), host.err(), manner);
    }

    private boolean given(String flag) {
        return args.contains(flag);
    }

    private int run(Console console) throws IOException {
        if (args.isEmpty() || List.of("--help", "-h", "help").contains(args.get(0))) {
            return help(console);
        }
        if (List.of("--version", "-V", "version").contains(args.get(0))) {
            console.result(
                    "taut " + Version.TEXT + " (Java " + Runtime.version().feature() + ")");
            return ExitCode.DONE;
        }
        String name = args.get(0);
        if (!Verbs.names().contains(name)) {
            throw unknownVerb(name);
        }
        CommandLine line = Verbs.commandLine(name);
        List<String> rest = args.subList(1, args.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            screen(line).forEach(console::result);
            return ExitCode.DONE;
        }
        verb = Optional.of(line.getCommandSpec());
        Settings settings = new Settings(name, host.environment(), config());
        line.setDefaultValueProvider(settings);
        ParseResult parsed = Misuse.parse(line, rest);
        return Verbs.of(line).run(new Call(host, console, settings, parsed));
    }

    /** The command with every remedy applied, if each error has one that is a flag. */
    private void suggest(Refused refused, Console console) {
        verb.flatMap(spec -> Remedy.mended(args.subList(1, args.size()), spec, refused.findings()))
                .ifPresent(words -> console.error("try: taut " + args.get(0) + " "
                        + words.stream().map(Call::quoted).collect(Collectors.joining(" "))));
    }

    private int help(Console console) {
        if (args.size() > 1 && args.get(0).equals("help")) {
            String name = args.get(1);
            if (!Verbs.names().contains(name)) {
                throw unknownVerb(name);
            }
            screen(Verbs.commandLine(name)).forEach(console::result);
        } else {
            HelpScreen.overview(Verbs.specs(), Version.TEXT).forEach(console::result);
        }
        return ExitCode.DONE;
    }

    private static List<String> screen(CommandLine line) {
        Verb verb = Verbs.of(line);
        return HelpScreen.of(line.getCommandSpec(), verb.example(), verb.explained());
    }

    private static Refused unknownVerb(String name) {
        if (name.startsWith("-")) {
            return Usage.refuse(name, "a verb is needed before `" + name + "`", "taut --help");
        }
        String[] near = DidYouMean.of(name, Verbs.names())
                .map(v -> new String[] {"taut " + v})
                .orElse(new String[] {"taut --help"});
        return Usage.refuse(name, "no verb `" + name + "`; there are " + String.join(", ", Verbs.names()), near);
    }

    private Optional<ConfigFile> config() {
        Optional<ConfigFile> file = ConfigFile.upward(host.folder(), Verbs.names());
        file.ifPresent(config -> config.check(Verbs.keys()));
        return file;
    }
}
