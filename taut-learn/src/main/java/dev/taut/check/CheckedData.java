package dev.taut.check;

import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Severity;
import java.util.List;

/**
 * A dataset after the checks, and everything they found.
 *
 * @param data     the dataset with {@link Role#LEFT_OUT} set on columns that cannot be features, and without the rows
 *                 that the user asked to drop; only fit to be used if there is no error
 * @param findings all findings of the stage, heaviest first, in the order of the checks within one weight
 */
public record CheckedData(Dataset data, List<Finding> findings) {
    public CheckedData {
        findings = List.copyOf(findings);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /**
     * The checked dataset.
     *
     * @throws Refused if any finding is an error, with all of them
     */
    public Dataset orRefuse() {
        Refused.ifAny(findings);
        return data;
    }
}
