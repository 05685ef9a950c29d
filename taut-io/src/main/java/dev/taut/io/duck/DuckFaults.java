package dev.taut.io.duck;

import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB says, in the words and shape of every other finding. */
final class DuckFaults {
    private static final Pattern KIND = Pattern.compile("^(?:[A-Z][A-Za-z-]+ )+Error: ");
    private static final Pattern WRAPPER =
            Pattern.compile("^Invalid Input Error: Attempting to execute an unsuccessful.*\\nError: ");
    private static final Pattern NO_FILE = Pattern.compile("No files found that match the pattern \"(.*?)\"");
    private static final int SHOWN = 5;

    private DuckFaults() {}

    static Finding of(String subject, SQLException cause) {
        String message = WRAPPER.matcher(String.valueOf(cause.getMessage())).replaceFirst("");
        Matcher absent = NO_FILE.matcher(message);
        if (absent.find()) {
            return Finding.of(Code.FILE_UNREADABLE, absent.group(1), "no file matches " + absent.group(1));
        }
        if (message.startsWith("Out of Memory Error")) {
            return Finding.of(Code.FILE_UNREADABLE, subject, subject + " needs more memory than there is")
                    .because("the most that is used is " + (Runtime.getRuntime().maxMemory() >> 20) + " MB")
                    .help("--sql with fewer columns or rows", "JAVA_TOOL_OPTIONS=-Xmx8g raises the limit");
        }
        if (message.contains("requires the extension")) {
            return Finding.of(Code.FILE_UNREADABLE, subject, subject + " is not on this machine: nothing is fetched")
                    .because(firstLine(message))
                    .help("download the file and name it");
        }
        boolean query = message.startsWith("Parser") || message.startsWith("Binder") || message.startsWith("Catalog");
        String[] place = Arrays.stream(message.split("\n"))
                .dropWhile(line -> !line.startsWith("LINE "))
                .filter(line -> query)
                .toArray(String[]::new);
        return Finding.of(
                        query ? Code.USAGE : Code.FILE_UNREADABLE,
                        subject,
                        subject + (query ? " does not run: " : " cannot be read: ") + firstLine(message))
                .because(place);
    }

    static Finding unloadable(String subject, LinkageError cause) {
        return Finding.of(Code.FILE_UNREADABLE, subject, subject + " needs DuckDB, which does not load on this machine")
                .because(String.valueOf(cause.getMessage()))
                .help("-Djava.io.tmpdir=FOLDER in JAVA_TOOL_OPTIONS, a folder whose files may be executed", "use CSV");
    }

    private static String firstLine(String message) {
        String line = KIND.matcher(message.lines().findFirst().orElse(""))
                .replaceFirst("")
                .strip();
        String plain = line.replaceAll("[!.]+$", "");
        return plain.isEmpty() ? plain : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }

    /** All that is wrong with the columns of a result. */
    static List<Finding> names(String subject, List<DuckColumn> columns, List<String> nested, Set<String> categorical) {
        List<Finding> findings = new ArrayList<>();
        List<String> names = columns.stream().map(DuckColumn::name).toList();
        Set<String> once = new HashSet<>();
        List<String> twice = names.stream()
                .filter(name -> !once.add(name))
                .distinct()
                .map(Wording::name)
                .toList();
        if (!twice.isEmpty()) {
            findings.add(Finding.of(
                            Code.COLUMN_NAMES,
                            subject,
                            "columns of " + subject + " share a name: " + Wording.list(twice, SHOWN))
                    .help("give each a name of its own: select a as b"));
        }
        if (!nested.isEmpty()) {
            String list = Wording.list(nested.stream().map(Wording::name).toList(), SHOWN);
            findings.add(Finding.of(
                            Code.FILE_UNREADABLE,
                            subject,
                            (nested.size() == 1 ? "column " + list + " of " : "columns " + list + " of ") + subject
                                    + (nested.size() == 1 ? " is" : " are")
                                    + " nested or binary, not one value per cell")
                    .help("--sql \"select * exclude (" + quoted(nested) + ") from …\""));
        }
        for (String name : new TreeSet<>(categorical)) {
            if (!names.contains(name) && !nested.contains(name)) {
                findings.add(unknown(subject, name, names));
            }
        }
        return findings;
    }

    private static Finding unknown(String subject, String name, List<String> names) {
        Finding finding = Finding.of(
                Code.TARGET_NOT_FOUND, name, "categorical column " + Wording.name(name) + " is not in " + subject);
        String known = "columns: " + Wording.list(names, 2 * SHOWN);
        return DidYouMean.of(name, names)
                .map(near -> finding.because(known, "did you mean " + Wording.name(near) + "?")
                        .help(Wording.flag("--categorical", near)))
                .orElse(finding.because(known));
    }

    private static String quoted(List<String> names) {
        return String.join(
                ", ",
                names.stream()
                        .map(name -> name.matches("\\w+") ? name : "\\\"" + name + "\\\"")
                        .toList());
    }
}
