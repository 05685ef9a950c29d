package dev.taut.cli.call;

import dev.taut.cli.option.Bound;
import dev.taut.cli.option.ModelOptions;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the columns that {@code --free}, {@code --force} and {@code --bounds} speak of are features. */
public final class Penalised {
    private Penalised() {}

    /** @throws Refused with every name that is none (T0101) */
    public static void check(ModelOptions model, Dataset data) {
        List<String> features = data.features().stream().map(Column::name).toList();
        List<Finding> findings = new ArrayList<>();
        model.free().forEach(name -> check("--free", name.strip(), features, data, findings));
        model.force().forEach(name -> check("--force", name.strip(), features, data, findings));
        for (Bound bound : model.bounds()) {
            check("--bounds", bound.columns(), features, data, findings);
        }
        Refused.ifAny(findings);
    }

    private static void check(String flag, String name, List<String> features, Dataset data, List<Finding> findings) {
        // A level such as famhist=Present is known only once the recipe is fitted; its column must be there.
        String column = features.contains(name) ? name : name.replaceFirst("=.*", "");
        Pattern pattern = Pattern.compile(
                Arrays.stream(column.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
        if (features.stream().noneMatch(pattern.asMatchPredicate())) {
            boolean there = data.table().find(column).isPresent();
            String why = there ? " is not used as a feature" : " matches no feature";
            Finding finding = Finding.of(Code.TARGET_NOT_FOUND, name, "`" + name + "` of " + flag + why);
            findings.add(DidYouMean.of(column, features)
                    .map(near -> finding.because("did you mean `" + near + "`?"))
                    .orElse(finding));
        }
    }
}
