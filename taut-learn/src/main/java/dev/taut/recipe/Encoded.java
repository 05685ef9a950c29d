package dev.taut.recipe;

import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.finding.Finding;
import java.util.List;

/**
 * A table as a design.
 *
 * @param design   rows of the table, columns of the recipe
 * @param features the design's columns, the same for every table
 * @param findings what was met on the way: unseen levels, new gaps, columns that were lacking
 */
public record Encoded(Design design, Features features, List<Finding> findings) {
    public Encoded {
        findings = List.copyOf(findings);
    }
}
