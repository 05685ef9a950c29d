package dev.taut.summary;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.run.InteractionSummary;
import dev.taut.run.InteractionSummary.PairRow;
import dev.taut.tuning.Figures;
import java.util.List;
import java.util.Optional;

/** Whether the residuals of a fit without interactions show one (T0312). */
final class InteractionFindings {
    /** Looked for beside every fit, so that the evidence must be stronger than where somebody asked. */
    private static final double CLEAR = 0.001;

    private InteractionFindings() {}

    static Optional<Finding> of(InteractionSummary summary) {
        List<PairRow> clear =
                summary.tests().stream().filter(t -> t.adjusted() < CLEAR).toList();
        if (!summary.kind().equals("none") || clear.isEmpty()) {
            return Optional.empty();
        }
        PairRow first = clear.get(0);
        String[] columns = first.pair().split(":", 2);
        boolean square = columns[0].equals(columns[columns.length - 1]);
        String what = square
                ? "the residuals bend with `" + columns[0] + "`: its square is missing"
                : "the residuals show that `" + first.pair().replaceFirst(":", "` and `") + "` act together";
        return Optional.of(Finding.of(Code.INTERACTION_IGNORED, first.pair(), what)
                .because("score test p = " + Figures.of(first.p(), 2) + ", times "
                        + Wording.count(summary.pairs(), "pair", "pairs")
                        + " = " + Figures.of(first.adjusted(), 2)
                        + (clear.size() > 1
                                ? "; as clear: "
                                        + Wording.list(
                                                clear.stream()
                                                        .skip(1)
                                                        .map(PairRow::pair)
                                                        .toList(),
                                                4)
                                : ""))
                .help("--interactions auto", Wording.flag("--interactions", first.pair())));
    }
}
