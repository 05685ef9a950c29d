package dev.taut.cli.call;

import dev.taut.cli.option.ReadingOptions;
import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Severity;
import dev.taut.io.Tables;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** From a file's name to a table. */
public final class Loading {
    private Loading() {}

    /** The table in a file; what is worth knowing about the file is added to the findings. */
    public static Table table(Call call, String file, ReadingOptions reading, List<Finding> findings) {
        String seen = path(call, file).toString();
        try {
            Table table = Tables.read(path(call, file), reading.read(), note -> findings.add(said(note, seen, file)));
            Source source = table.source();
            String name = source.name().replace(seen, file);
            return Table.of(new Source(name, source.sha256(), source.reader()), table.columns());
        } catch (Refused e) {
            throw new Refused(
                    e.findings().stream().map(f -> said(f, seen, file)).toList());
        }
    }

    /** The finding with the file called what the user called it. */
    private static Finding said(Finding finding, String seen, String typed) {
        return new Finding(
                finding.code(),
                finding.severity(),
                finding.subject().replace(seen, typed),
                finding.message().replace(seen, typed),
                finding.evidence().stream()
                        .map(line -> line.replace(seen, typed))
                        .toList(),
                finding.remedies().stream()
                        .map(line -> line.replace(seen, typed))
                        .toList());
    }

    public static Path path(Call call, String typed) {
        try {
            return call.host().path(typed);
        } catch (InvalidPathException e) {
            throw new Refused(Finding.of(Code.FILE_UNREADABLE, typed, "`" + typed + "` cannot be a file's name here"));
        }
    }

    /** What a table without a named target is most likely about. */
    public static String lastColumn(Table table) {
        return table.names().get(table.names().size() - 1);
    }

    /** What a verb ends with that found this: the first error's code, else 4 for a warning if gates are strict. */
    public static int exit(List<Finding> findings, boolean strict) {
        return findings.stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .mapToInt(f -> f.code().exitCode())
                .findFirst()
                .orElse(
                        strict && findings.stream().anyMatch(f -> f.severity() == Severity.WARNING)
                                ? ExitCode.GATE
                                : ExitCode.DONE);
    }
}
