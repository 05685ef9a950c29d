package dev.taut.compare;

import dev.taut.compare.Candidate.Fitted;
import dev.taut.compare.Clusters.Cluster;
import dev.taut.finding.Wording;
import dev.taut.tuning.Figures;
import dev.taut.tuning.FoldLosses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences that follow from a comparison's figures, quoting them, and saying where they do not decide. */
final class Advice {
    private static final double POOR = 0.4;
    private static final double GOOD = 0.75;
    private static final int NAMED = 3;
    /** Of what the best gains over no model; folds that see no less cannot rank. */
    private static final double COARSE = 0.5;

    private final Field field;
    private final Picks picks;

    private Advice(Field field) {
        this.field = field;
        this.picks = new Picks(field);
    }

    static List<String> of(Field field) {
        return new Advice(field).sentences();
    }

    private List<String> sentences() {
        List<String> advice = new ArrayList<>();
        Difference gain = field.overNothing();
        if (!(gain.high() < 0)) {
            advice.add("none of them predicts better than no model, as far as these folds can tell: "
                    + name(field.best()) + " has " + metric() + " "
                    + figure(field.best().judged()) + ", no model "
                    + figure(field.noModel()) + "; the difference is " + interval(gain)
                    + ". Nothing here is worth choosing: look for other features, or more rows.");
            return advice;
        }
        if (field.fitted().size() == 1) {
            advice.add("only " + name(field.best()) + " could be tuned; there is nothing to compare it with.");
            return advice;
        }
        advice.add(accuracy());
        List<Fitted> cut = field.fitted().stream().filter(Fitted::isCutShort).toList();
        if (!cut.isEmpty()) {
            advice.add("not judged fairly yet: " + names(cut)
                    + " did best at the last λ tried (T0402), so a wider --lambdas may change all of this.");
        }
        switch (field.plan().purpose()) {
            case PREDICT -> advice.add(predict());
            case SELECT -> advice.add(select());
            case EXPLAIN -> advice.add(explain());
            case ANY -> advice.addAll(List.of(predict(), select(), explain()));
        }
        return advice;
    }

    private String accuracy() {
        Fitted best = field.best();
        List<Fitted> others = field.fitted().stream().filter(f -> f != best).toList();
        List<Fitted> alike =
                others.stream().filter(f -> field.fromBest(f).isWithinNoise()).toList();
        List<Fitted> worse = others.stream().filter(f -> !alike.contains(f)).toList();
        String smallest = name(best) + " has the smallest " + metric() + ", " + figure(best.judged());
        if (worse.isEmpty()) {
            return "accuracy does not separate them: " + smallest + "; within noise of it are " + listed(alike) + ". "
                    + resolution(others);
        }
        return smallest + "; worse are " + listed(worse)
                + (alike.isEmpty() ? "" : "; the folds cannot tell it from " + listed(alike)) + ".";
    }

    /** What these folds can see, beside what there is to see. */
    private String resolution(List<Fitted> others) {
        double visible = others.stream()
                .mapToDouble(f -> field.fromBest(f).visible())
                .max()
                .orElse(0);
        double gain = -field.overNothing().mean();
        String text = "These folds cannot show differences below about " + decimal(visible);
        return visible < gain * COARSE
                ? text + "."
                : text + ", and the best gains " + decimal(gain) + " over no model: the rows are too few to rank them.";
    }

    private String predict() {
        Fitted best = field.best();
        List<Fitted> others = field.eligible().stream().filter(f -> f != best).toList();
        String take = "to predict: " + name(best) + " (" + metric() + " " + figure(best.judged()) + ", "
                + Wording.count(best.active()) + " of " + Wording.count(best.columns()) + " active)";
        if (others.isEmpty()) {
            return take + ", which the folds tell from all others.";
        }
        String these = others.size() == field.fitted().size() - 1 ? "the others" : names(others);
        Fitted simple = field.simplest();
        String serve = simple == best
                ? "; it is the simplest of them"
                : "; the simplest of them, " + name(simple) + " with " + Wording.count(simple.active())
                        + " active, is at " + signed(field.fromBest(simple).mean());
        String penalty = picks.canDoWithout()
                ? ". A penalty buys no accuracy that shows: " + Wording.count(field.evidence()) + " " + evidence()
                        + " are plenty for "
                        + Wording.count(field.unpenalised().orElseThrow().columns()) + " coefficients"
                : "";
        return take + ", though the folds cannot tell it from " + these + serve + penalty + ".";
    }

    private String select() {
        Optional<Fitted> pick = picks.select();
        if (pick.isEmpty()) {
            return field.fitted().stream().anyMatch(Fitted::selects)
                    ? "to select features: undecided; one standard error from the best, no feature is left."
                    : "to select features: none of these leaves any out; add lasso, relaxed or mcp.";
        }
        Fitted taken = pick.get();
        SetStability stability = Picks.modestStability(taken);
        Difference cost = field.between(taken.modest(), field.best().judged());
        return "to select features: " + name(taken) + " at its one-standard-error λ = "
                + Figures.of(taken.tuned().knot(taken.simple()).lambda(), 3) + " keeps "
                + Wording.count(taken.active(taken.simple())) + " of " + Wording.count(taken.columns()) + " ("
                + metric() + " " + figure(taken.modest()) + ", " + interval(cost) + " from the best). "
                + steadiness(stability);
    }

    private String steadiness(SetStability stability) {
        if (stability.corrected().isEmpty()) {
            return "All folds keep the same features.";
        }
        double agreement = stability.corrected().getAsDouble();
        String quoted = "The folds' sets agree to " + Figures.of(agreement, 2) + " (1 is full, 0 is chance)";
        if (agreement >= GOOD) {
            return quoted + ": a steady list.";
        }
        String select = "; `taut select` finds features with a bound on the false ones.";
        return agreement >= POOR
                ? quoted + ": some of the list is arbitrary" + select
                : quoted + ": other rows would give another list, so do not read it as the features that matter"
                        + select;
    }

    private String explain() {
        Fitted taken = picks.explain();
        if (field.isWide()) {
            return "to explain: undecided. " + Wording.count(field.columns()) + " columns for "
                    + Wording.count(field.rows())
                    + " rows identify no single coefficient, and other sets predict as well; speak of groups, and test"
                    + " a short list on new rows.";
        }
        if (!field.clusters().isEmpty()) {
            return clustered(taken);
        }
        if (taken.isUnpenalised()) {
            return "to explain: no penalty. It is within noise of the best, "
                    + Wording.count(field.evidence() / taken.columns()) + " " + evidence()
                    + " per coefficient suffice, and coefficients that are neither shrunk nor selected keep their usual"
                    + " standard errors and tests.";
        }
        return "to explain: " + name(taken) + ", within noise of the best and the steadiest ("
                + taken.stability().corrected().stream()
                        .mapToObj(v -> "the folds' sets agree to " + Figures.of(v, 2))
                        .findFirst()
                        .orElse("all folds keep the same features")
                + "); its coefficients are shrunk, and tests of selected features are not valid on the same rows.";
    }

    private String clustered(Fitted taken) {
        Cluster first = field.clusters().get(0);
        String together = "{" + Wording.list(first.features(), NAMED) + "} (|r| up to "
                + Figures.of(first.strongest(), 2) + ")"
                + (field.clusters().size() > 1
                        ? " and " + Wording.count(field.clusters().size() - 1L, "more cluster", "more clusters")
                        : "");
        String split = field.eligible().stream()
                .filter(f -> first.split(f.judged().sets()) > 0)
                .map(f -> name(f) + " splits the first in "
                        + percent(first.split(f.judged().sets())) + " of the folds")
                .collect(Collectors.joining(", "));
        boolean keeps = picks.keeper().isPresent();
        return "to explain: " + together + " move together, so that no single coefficient of them means much; "
                + (keeps
                        ? name(taken) + " keeps them together and shares their weight"
                        : "none of those within noise of the best keeps them together: add ridge")
                + (split.isEmpty() ? "" : ", while " + split) + ". Speak of their sum, not of one of them.";
    }

    private String evidence() {
        return switch (field.best().tuned().path().targets().task()) {
            case BINARY, MULTICLASS -> "rows of the rarest class";
            case SURVIVAL -> "events";
            default -> "rows";
        };
    }

    /** Each with its interval; of many, the range of their differences. */
    private String listed(List<Fitted> list) {
        if (list.size() > NAMED) {
            double[] means = list.stream()
                    .mapToDouble(f -> field.fromBest(f).mean())
                    .sorted()
                    .toArray();
            return names(list) + " (" + signed(means[0]) + " to " + signed(means[means.length - 1]) + ")";
        }
        return list.stream()
                .map(f -> name(f) + " (" + interval(field.fromBest(f)) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String names(List<Fitted> list) {
        return list.stream().map(Advice::name).collect(Collectors.joining(", "));
    }

    private static String name(Fitted fitted) {
        return fitted.isUnpenalised() ? "no penalty" : fitted.label();
    }

    private String metric() {
        String name = field.noModel().metric().name();
        return name.length() <= 4 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private String figure(Judged judged) {
        return figure(judged.losses());
    }

    private String figure(FoldLosses losses) {
        return decimal(losses.mean()) + " ± " + decimal(losses.error());
    }

    /** {@code +0.013, −0.010 to 0.036}. */
    private String interval(Difference difference) {
        return signed(difference.mean()) + ", " + decimal(difference.low()) + " to " + decimal(difference.high());
    }

    private String signed(double value) {
        return value > 0 ? "+" + decimal(value) : decimal(value);
    }

    /** As many decimals for all figures as the best has in three or four digits. */
    private String decimal(double value) {
        double best = field.best().mean();
        int decimals = (int) Math.max(0, Math.min(8, 2 - Math.floor(Math.log10(best)))) + (best >= 1 ? 1 : 0);
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
