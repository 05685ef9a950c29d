package dev.taut.finding;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Input that cannot be used, with every problem of the stage at once. The command line prints the findings and ends
 * with {@link Code#exitCode()} of the first error; a Java caller reads {@link #findings()}.
 */
public final class Refused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public Refused(List<Finding> findings) {
        super(findings.stream().map(Finding::text).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public Refused(Finding finding) {
        this(List.of(finding));
    }

    public List<Finding> findings() {
        return findings;
    }

    /** Throws if any finding is an error, listing all findings that are. */
    public static void ifAny(List<Finding> findings) {
        List<Finding> errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new Refused(errors);
        }
    }
}
