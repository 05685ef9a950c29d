package dev.taut.cli;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command that was typed, mended by the first remedy of every error. */
final class Remedy {
    private static final Pattern FLAG = Pattern.compile("(--[a-zA-Z0-9-]+)(?: ('(?:[^']*)'|[^\\s']+))?");

    private Remedy() {}

    /** The words after {@code taut VERB}; empty if the remedy of some error is not a flag of this verb. */
    static Optional<List<String>> mended(List<String> args, CommandSpec verb, List<Finding> findings) {
        List<String> words = new ArrayList<>(args);
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR && !mend(words, verb, finding)) {
                return Optional.empty();
            }
        }
        return words.equals(args) ? Optional.empty() : Optional.of(words);
    }

    private static boolean mend(List<String> words, CommandSpec verb, Finding finding) {
        String remedy = finding.remedies().isEmpty() ? "" : finding.remedies().get(0);
        Matcher flag = FLAG.matcher(remedy);
        OptionSpec option = flag.matches() ? verb.findOption(flag.group(1)) : null;
        if (option == null || finding.code() == Code.AMBIGUOUS_ALPHA) {
            return false;
        }
        if (finding.code() == Code.BACKWARDS_C) {
            int foreign = words.indexOf(finding.subject());
            if (foreign < 0) {
                return false;
            }
            words.subList(foreign, foreign + 2).clear();
        }
        return apply(words, option, Optional.ofNullable(flag.group(2)).orElse(""), adds(finding));
    }

    /** A wrong name or value is replaced; columns to leave out are added to those that were. */
    private static boolean adds(Finding finding) {
        return finding.code() != Code.USAGE && finding.code() != Code.TARGET_NOT_FOUND;
    }

    private static boolean apply(List<String> words, OptionSpec option, String quoted, boolean add) {
        boolean takesValue = option.arity().max() > 0;
        if (takesValue == quoted.isEmpty()) {
            return false;
        }
        String value = quoted.replaceAll("^'|'$", "");
        int at = -1;
        for (String name : option.names()) {
            at = Math.max(at, words.indexOf(name));
            words.replaceAll(word -> takesValue && word.startsWith(name + "=") ? name + "=" + value : word);
        }
        if (words.contains(option.longestName() + "=" + value)) {
            return true;
        }
        if (!takesValue && at >= 0) {
            return false;
        }
        if (!takesValue) {
            words.add(option.longestName());
        } else if (at >= 0 && at + 1 < words.size()) {
            words.set(at + 1, option.isMultiValue() && add ? words.get(at + 1) + "," + value : value);
        } else {
            words.add(option.longestName());
            words.add(value);
        }
        return true;
    }
}
