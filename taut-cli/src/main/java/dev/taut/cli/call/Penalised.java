package dev.taut.cli.call;

import dev.taut.check.FeatureNames;
import dev.taut.cli.option.ModelOptions;
import dev.taut.data.Dataset;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.util.ArrayList;
import java.util.List;

/** Whether the columns that {@code --free}, {@code --force} and {@code --bounds} speak of are features. */
public final class Penalised {
    private Penalised() {}

    /** @throws Refused with every name that is none (T0101) */
    public static void check(ModelOptions model, Dataset data) {
        List<Finding> findings = new ArrayList<>();
        model.free().forEach(name -> check("--free", name, data, findings));
        model.force().forEach(name -> check("--force", name, data, findings));
        model.bounds().forEach(bound -> check("--bounds", bound.columns(), data, findings));
        Refused.ifAny(findings);
    }

    private static void check(String flag, String name, Dataset data, List<Finding> findings) {
        FeatureNames.problem(name.strip(), flag, data).ifPresent(findings::add);
    }
}
