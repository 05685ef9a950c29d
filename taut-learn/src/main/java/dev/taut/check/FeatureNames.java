package dev.taut.check;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.design.Features;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.List;
import java.util.Optional;

/** Whether names and patterns with {@code *}, as penalties use them, speak of features of a dataset. */
public final class FeatureNames {
    private FeatureNames() {}

    /**
     * What is wrong with a name (T0101); empty if a feature has it.
     *
     * @param by what names it, for example {@code --free}
     */
    public static Optional<Finding> problem(String name, String by, Dataset data) {
        List<String> features = data.features().stream().map(Column::name).toList();
        // A level such as famhist=Present is known only once the recipe is fitted; its column must be there.
        String column = features.contains(name) ? name : name.replaceFirst("=.*", "");
        if (features.stream().anyMatch(Features.matcher(column))) {
            return Optional.empty();
        }
        String why = data.table().find(column).isPresent() ? " is not used as a feature" : " matches no feature";
        Finding finding = Finding.of(Code.TARGET_NOT_FOUND, name, Wording.name(name) + " of " + by + why);
        return Optional.of(DidYouMean.of(column, features)
                .map(near -> finding.because("did you mean " + Wording.name(near) + "?"))
                .orElse(finding));
    }
}
