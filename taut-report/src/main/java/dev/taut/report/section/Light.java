package dev.taut.report.section;

import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import dev.taut.report.markup.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The traffic light over a run and the reasons that set it.
 *
 * @param colour  green, amber or red
 * @param word    what it advises, for those who do not see colours
 * @param reasons sentences, one per cause; empty for green
 */
record Light(String colour, String word, List<String> reasons) {

    /**
     * Red if the chosen model has no certificate or a finding is an error; amber if there is a warning or the model is
     * no better than none on rows it never saw; green otherwise.
     */
    static Light of(Facts facts) {
        var red = new ArrayList<String>();
        var amber = new ArrayList<String>();
        if (facts.certificate().filter(c -> !c.converged()).isPresent()) {
            red.add("the chosen model is not certified: the solver stopped before the asked gap");
        }
        for (Finding finding : facts.run().findings()) {
            String line = finding.code().id() + " " + finding.message();
            if (finding.severity() == Severity.ERROR) {
                red.add(line);
            } else if (finding.severity() == Severity.WARNING) {
                amber.add(line);
            }
        }
        if (noBetterThanNoModel(facts)) {
            amber.add("on rows it never saw, the model is no better than no model");
        }
        if (!red.isEmpty()) {
            red.addAll(amber);
            return new Light("red", "Do not rely on this yet", red);
        }
        return amber.isEmpty()
                ? new Light("green", "Nothing stands against it", List.of())
                : new Light("amber", "Usable; look at " + Words.spelled(amber.size(), "point") + " first", amber);
    }

    private static boolean noBetterThanNoModel(Facts facts) {
        OptionalDouble model = facts.holdoutError("chosen");
        OptionalDouble none = facts.holdoutError("no model");
        return model.isPresent() && none.isPresent() && model.getAsDouble() >= none.getAsDouble();
    }
}
