package dev.taut.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.taut.data.Column;
import dev.taut.data.TextColumn;
import dev.taut.design.DesignBuilder;
import dev.taut.design.Feature;
import dev.taut.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How one column of a table becomes columns of a design: plain data, estimated once from the training rows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NumberStep.class, name = "number"),
    @JsonSubTypes.Type(value = CategoryStep.class, name = "category"),
    @JsonSubTypes.Type(value = DateStep.class, name = "date"),
    @JsonSubTypes.Type(value = TextStep.class, name = "text")
})
public sealed interface Step permits NumberStep, CategoryStep, DateStep, TextStep {
    /** The table column that it reads. */
    String column();

    /** The design columns that it writes, in order. */
    List<Feature> features();

    /** How the column enters the design, in a few words: {@code number}, {@code one-hot, 3 levels}. */
    String encoding();

    /** Writes the columns of {@link #features()} for these cells, and tells what it met; an error makes them void. */
    void encode(Column cells, DesignBuilder out, Consumer<Finding> findings);

    /** Rows beyond what the training rows covered, as a finding (T0603); empty if there are none. */
    default Optional<Finding> extrapolation(Column cells) {
        return Optional.empty();
    }

    /**
     * Whether this step writes the same columns as another one for the same cells.
     *
     * @param gaps whether there are missing cells among them
     */
    boolean encodesAs(Step other, boolean gaps);

    /** The cells of a column that a table lacks: all missing. */
    static Column allMissing(String column, int rows) {
        int[] codes = new int[rows];
        java.util.Arrays.fill(codes, -1);
        return TextColumn.coded(column, codes, List.of());
    }
}
