package dev.taut.cli.verb;

import dev.taut.cli.option.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The verbs there are, in the order of the help screen. */
public final class Verbs {
    private static final Map<String, Supplier<Verb>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("inspect", InspectVerb::new);
        ALL.put("fit", FitVerb::new);
        ALL.put("path", PathVerb::new);
        ALL.put("tune", TuneVerb::new);
        ALL.put("compare", CompareVerb::new);
        ALL.put("select", SelectVerb::new);
        ALL.put("net", NetVerb::new);
        ALL.put("predict", PredictVerb::new);
        ALL.put("evaluate", EvaluateVerb::new);
        ALL.put("explain", ExplainVerb::new);
        ALL.put("run", RunVerb::new);
        ALL.put("demo", DemoVerb::new);
        ALL.put("learn", LearnVerb::new);
        ALL.put("report", ReportVerb::new);
    }

    private Verbs() {}

    public static Set<String> names() {
        return ALL.keySet();
    }

    /** A fresh verb, ready to be parsed. */
    public static CommandLine commandLine(String name) {
        Supplier<Verb> verb = ALL.get(name);
        if (verb == null) {
            throw new IllegalArgumentException("no verb " + name);
        }
        CommandLine line = new CommandLine(verb.get());
        // A flag is also something to be explained.
        return line.setUnmatchedOptionsArePositionalParams(name.equals("explain"));
    }

    /** Every verb's parameters and flags. */
    public static List<CommandSpec> specs() {
        return names().stream().map(name -> commandLine(name).getCommandSpec()).toList();
    }

    /** The keys of every verb in {@code taut.toml}. */
    public static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (CommandSpec verb : specs()) {
            keys.put(
                    verb.name(),
                    Settings.arguments(verb).stream().map(Settings::key).toList());
        }
        return keys;
    }

    /** What a parsed command line is to do. */
    public static Verb of(CommandLine line) {
        return line.getCommand();
    }
}
