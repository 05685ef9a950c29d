package dev.taut.cli.call;

import dev.taut.cli.option.Usage;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the words of the catalogue (T0001). */
public final class Misuse {
    private Misuse() {}

    /**
     * The arguments of a verb.
     *
     * @throws Refused if they are not understood
     */
    public static ParseResult parse(CommandLine line, List<String> words) {
        try {
            return line.parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw of(e);
        }
    }

    private static Refused of(ParameterException e) {
        CommandSpec verb = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return new Refused(unmatched.getUnmatched().stream()
                    .map(word -> unknown(verb, word))
                    .toList());
        }
        if (e instanceof MissingParameterException missing) {
            return missing(verb, missing.getMissing());
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return Usage.refuse(option.longestName(), "`" + option.longestName() + "` was given twice");
        }
        ArgSpec argument = e.getArgSpec();
        String subject = argument instanceof OptionSpec option ? option.longestName() : verb.name();
        return Usage.refuse(subject, plain(String.valueOf(e.getMessage())), "taut " + verb.name() + " --help");
    }

    private static Finding unknown(CommandSpec verb, String word) {
        if (!word.startsWith("-")) {
            return Finding.of(
                            Code.USAGE, word, "`" + word + "` is one argument too many for `taut " + verb.name() + "`")
                    .help("taut " + verb.name() + " --help");
        }
        String flag = word.replaceFirst("=.*", "");
        Finding finding = Finding.of(Code.USAGE, flag, "no flag `" + flag + "` in `taut " + verb.name() + "`");
        return DidYouMean.of(flag, flags(verb))
                .map(near -> finding.because("did you mean `" + near + "`?"))
                .orElse(finding)
                .help("taut " + verb.name() + " --help");
    }

    private static Collection<String> flags(CommandSpec verb) {
        List<String> flags = new ArrayList<>(verb.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Arrays.stream(option.names()))
                .toList());
        flags.addAll(verb.negatedOptionsMap().keySet());
        return flags;
    }

    private static Refused missing(CommandSpec verb, List<ArgSpec> missing) {
        String names = missing.stream()
                .map(a -> a instanceof OptionSpec option ? option.longestName() : a.paramLabel())
                .collect(Collectors.joining(" and "));
        return Usage.refuse(names, "`taut " + verb.name() + "` needs " + names, "taut " + verb.name() + " --help");
    }

    private static String plain(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.isEmpty()
                ? "the command line cannot be read"
                : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }
}
