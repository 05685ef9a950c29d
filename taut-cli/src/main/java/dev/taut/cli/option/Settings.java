package dev.taut.cli.option;

import dev.taut.run.Provenance.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where every value of a call comes from: the command line, else {@code TAUT_…} in the environment, else
 * {@code taut.toml}, else the default.
 */
public final class Settings implements IDefaultValueProvider {
    /** How an answer is shown and how fast it comes, not what it is: never part of a run. */
    private static final Set<String> PRESENTATION = Set.of(
            "output",
            "overwrite",
            "json",
            "markdown",
            "quiet",
            "verbose",
            "no-color",
            "threads",
            "dry-run",
            "strict",
            "debug",
            "help");

    private final String verb;
    private final Map<String, String> environment;
    private final Optional<ConfigFile> file;

    public Settings(String verb, Map<String, String> environment, Optional<ConfigFile> file) {
        this.verb = verb;
        this.environment = environment;
        this.file = file;
    }

    /** The value from the environment or the file; picocli takes the declared default if there is none. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return given(argument).map(Setting::value).orElse(null);
    }

    private Optional<Setting> given(ArgSpec argument) {
        String key = key(argument);
        String fromEnvironment = environment.get(variable(key));
        if (fromEnvironment != null) {
            return Optional.of(new Setting(key, fromEnvironment, variable(key)));
        }
        return file.flatMap(f -> f.value(verb, key).map(value -> new Setting(key, value, ConfigFile.NAME)));
    }

    /** {@code TAUT_L1_RATIO} for {@code l1-ratio}. */
    public static String variable(String key) {
        return "TAUT_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The name of an argument as a key: its longest name without dashes; {@code data} for {@code DATA}. */
    public static String key(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.longestName().replaceFirst("^--?", "");
        }
        return argument.paramLabel().toLowerCase(Locale.ROOT);
    }

    /** Every flag of a verb that has a value, with where the value came from; flags in the order of the help screen. */
    public List<Setting> resolved(ParseResult parsed) {
        List<Setting> settings = new ArrayList<>();
        for (ArgSpec argument : arguments(parsed.commandSpec())) {
            if (!PRESENTATION.contains(key(argument))) {
                setting(argument, parsed).ifPresent(settings::add);
            }
        }
        return settings;
    }

    /** What the user typed, of those that change the answer, as it stands on a command line. */
    public List<Setting> changed(ParseResult parsed) {
        return resolved(parsed).stream()
                .filter(s -> !s.origin().equals("default"))
                .toList();
    }

    private Optional<Setting> setting(ArgSpec argument, ParseResult parsed) {
        boolean typed = argument instanceof OptionSpec option
                ? parsed.hasMatchedOption(option)
                : parsed.hasMatchedPositional((PositionalParamSpec) argument);
        String value = text(argument.getValue());
        if (typed) {
            return Optional.of(new Setting(key(argument), value, "flag"));
        }
        Optional<Setting> given = given(argument);
        if (given.isPresent()) {
            return given;
        }
        // A switch that nobody touched says nothing.
        return value.isEmpty() || value.equals("false")
                ? Optional.empty()
                : Optional.of(new Setting(key(argument), value, "default"));
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(String::valueOf).toList());
        }
        return value == null ? "" : value.toString();
    }

    /** Positional parameters first, then options in the order of their declaration. */
    public static List<ArgSpec> arguments(CommandSpec spec) {
        List<ArgSpec> arguments = new ArrayList<>(spec.positionalParameters());
        arguments.addAll(spec.options());
        return arguments;
    }
}
