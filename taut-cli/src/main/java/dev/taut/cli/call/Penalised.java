package dev.taut.cli.call;

import dev.taut.check.FeatureNames;
import dev.taut.cli.option.ModelOptions;
import dev.taut.data.Dataset;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.penalty.Constraint;
import java.util.ArrayList;
import java.util.List;

/** Whether the columns that {@code --free}, {@code --force}, {@code --bounds} and {@code --constrain} speak of are features. */
public final class Penalised {
    private Penalised() {}

    /** @throws Refused with every name that is none (T0101) */
    public static void check(ModelOptions model, Dataset data) {
        List<Finding> findings = new ArrayList<>();
        model.free().forEach(name -> check("--free", name, data, findings));
        model.force().forEach(name -> check("--force", name, data, findings));
        model.bounds().forEach(bound -> check("--bounds", bound.columns(), data, findings));
        model.constraints().stream()
                .flatMap(constraint -> constraint.terms().stream())
                .map(Constraint.Term::column)
                .distinct()
                .forEach(name -> check("--constrain", name, data, findings));
        Refused.ifAny(findings);
    }

    private static void check(String flag, String name, Dataset data, List<Finding> findings) {
        FeatureNames.problem(name.strip(), flag, data).ifPresent(findings::add);
    }
}
