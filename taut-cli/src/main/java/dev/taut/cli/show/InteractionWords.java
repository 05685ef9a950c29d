package dev.taut.cli.show;

import dev.taut.finding.Wording;
import dev.taut.run.InteractionSummary;
import dev.taut.run.InteractionSummary.GainRow;
import dev.taut.run.InteractionSummary.PairRow;
import dev.taut.run.Run;
import java.util.List;
import java.util.Optional;

/** One paragraph about interactions, where they were asked for. */
final class InteractionWords {
    private InteractionWords() {}

    static Optional<String> of(Run run) {
        return run.interactions()
                .filter(i -> !i.kind().equals("none"))
                .map(i -> entered(i)
                        + i.gain()
                                .map(g -> gained(g, i.tests().stream().anyMatch(PairRow::entered)))
                                .orElse(""));
    }

    private static String entered(InteractionSummary summary) {
        List<String> pairs = summary.tests().stream()
                .filter(PairRow::entered)
                .map(PairRow::pair)
                .toList();
        String looked = summary.pairs() == 0
                ? ""
                : " of " + Wording.count(summary.pairs(), "pair", "pairs") + " looked at, again inside every fold";
        return pairs.isEmpty()
                ? "interactions: none entered" + looked
                : "interactions: " + Wording.list(pairs, 6) + " entered" + looked
                        + "; their main effects are not penalised";
    }

    private static String gained(GainRow gain, boolean entered) {
        String verdict = gain.low() > 0
                ? "they help"
                : gain.high() < 0 ? (entered ? "they harm" : "those that single folds found cost") : "within noise";
        return "; " + Words.metric(gain.metric()) + " " + Numbers.brief(gain.with())
                + " on the same folds, without them "
                + Numbers.brief(gain.without()) + " (gain " + Numbers.brief(gain.gain()) + ", 95 % interval "
                + Numbers.brief(gain.low()) + " to " + Numbers.brief(gain.high()) + "): " + verdict;
    }
}
