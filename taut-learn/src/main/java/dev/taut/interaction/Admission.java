package dev.taut.interaction;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import dev.taut.interaction.Screening.Tested;
import dev.taut.loss.Loss;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.PathProblem;
import dev.taut.penalty.ElasticNet;
import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Crossing;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.Interactions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which interactions enter a fit, decided on its own rows alone, and how they stay in hierarchy: the main effects of
 * every interaction that enters are never penalised, so none is zero where the interaction is not.
 *
 * @param crossings those that enter
 * @param screening the evidence; empty where the loss knows no residual for each row
 */
public record Admission(List<Crossing> crossings, Optional<Screening> screening) {
    /** A pair enters by itself if so strong evidence in any of the pairs would be this rare without interactions. */
    private static final double ADMITTED = 0.05;

    private static final int MOST_COLUMNS = 2_000;

    public Admission {
        crossings = List.copyOf(crossings);
    }

    /**
     * @param main the problem without interactions
     * @throws Refused if there are too many, or the loss does not allow to look for them
     */
    public static Admission of(Interactions asked, Loss loss, PathProblem main, FittedRecipe recipe) {
        Crossings crossings = new Crossings(recipe, main.design());
        boolean testable = MainEffects.areTestable(main, loss);
        if (asked.kind() == Interactions.Kind.AUTO && !testable) {
            throw new Refused(Finding.of(
                            Code.USAGE,
                            "--interactions",
                            "`--interactions auto` needs a residual for each row, which the loss " + loss.name()
                                    + " does not have")
                    .help("--interactions a:b", "--interactions all"));
        }
        List<Pair> named = switch (asked.kind()) {
            case GIVEN ->
                asked.pairs().stream()
                        .map(text -> Pair.parse(text, crossings.columns()))
                        .distinct()
                        .toList();
            case ALL -> crossings.pairs(crossings.columns());
            default -> List.of();
        };
        refuseExplosion(named, crossings, main);
        Optional<Screening> screening = testable
                ? Optional.of(Screening.of(
                        loss.name(),
                        main,
                        crossings,
                        MainEffects.of(main),
                        new Screening.Scope(
                                Screening.Effort.THOROUGH,
                                asked.kind() == Interactions.Kind.GIVEN ? named : List.of())))
                : Optional.empty();
        List<Pair> admitted = asked.kind() == Interactions.Kind.AUTO
                ? screening.stream()
                        .flatMap(s -> s.tested().stream())
                        .filter(t -> t.adjusted() < ADMITTED)
                        .limit(asked.most())
                        .map(Tested::pair)
                        .toList()
                : named;
        return new Admission(
                admitted.stream()
                        .map(crossings::crossing)
                        .filter(crossing -> !crossing.products().isEmpty())
                        .toList(),
                screening);
    }

    /** What the residuals at a knot of a path say about interactions that are not in it; empty if nothing can be said. */
    public static Optional<Screening> ignored(
            Loss loss, PathProblem main, FittedRecipe recipe, LambdaPath path, Knot knot) {
        return MainEffects.areTestable(main, loss)
                ? Optional.of(Screening.of(loss.name(), main, recipe, path, knot))
                : Optional.empty();
    }

    private static void refuseExplosion(List<Pair> pairs, Crossings crossings, PathProblem main) {
        int columns = pairs.stream().mapToInt(crossings::products).sum();
        int unpenalised = (int) pairs.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .distinct()
                .mapToLong(column -> crossings.positions(column).length)
                .sum();
        int rows = main.design().rows();
        if (columns > MOST_COLUMNS || 2 * unpenalised > rows) {
            throw new Refused(Finding.of(
                            Code.USAGE,
                            "--interactions",
                            Wording.count(pairs.size(), "pair", "pairs") + " would make "
                                    + Wording.count(columns, "column", "columns") + " beside "
                                    + Wording.count(unpenalised, "main effect", "main effects")
                                    + " without penalty, for " + Wording.count(rows, "row", "rows"))
                    .because("at most 2 000 columns, and two rows for each main effect")
                    .help("--interactions auto"));
        }
    }

    /**
     * The penalty that keeps the hierarchy: main effects of interactions free, and where lasso or elastic net would tear
     * the products of two categories apart, they are a group.
     */
    public Penalty kept(Penalty asked) {
        if (crossings.isEmpty() || asked.shape().equals(Penalty.none())) {
            return asked;
        }
        String[] groups = crossings.stream()
                .filter(crossing -> crossing.products().size() > 1)
                .map(Crossing::name)
                .toArray(String[]::new);
        Penalty penalty = asked;
        if (groups.length > 0 && asked.shape() instanceof ElasticNet net && net.l1Ratio() > 0) {
            penalty = penalty.reshaped(new GroupPenalty(Groups.of(groups), net.l1Ratio(), 0));
        }
        String[] mains = crossings.stream()
                .flatMap(c -> Stream.of(c.first(), c.second()))
                .distinct()
                .toArray(String[]::new);
        return penalty.free(mains);
    }
}
