package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.loss.Ties;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The laws of a loss, and that of a partial likelihood: it is what its definition says, event by event. */
abstract class CoxLossContract extends LossContract {
    private final Ties ties;
    private final boolean late;
    private final int groups;

    CoxLossContract(Ties ties, boolean late, int groups) {
        this.ties = ties;
        this.late = late;
        this.groups = groups;
    }

    @Override
    protected SmoothLoss loss() {
        return Losses.cox(ties);
    }

    /** Times from few values, so that many are tied; the first two rows are events. */
    @Override
    protected Target target(int rows, Draw draw) {
        double[] starts = new double[late ? rows : 0];
        double[] stops = new double[rows];
        boolean[] events = new boolean[rows];
        int[] strata = new int[groups > 1 ? rows : 0];
        for (int i = 0; i < rows; i++) {
            stops[i] = draw.integer(2, 5);
            events[i] = i < 2 || draw.uniform() < 0.6;
            if (late) {
                starts[i] = draw.integer(0, (int) stops[i] - 1);
            }
            if (groups > 1) {
                strata[i] = 3 * draw.integer(0, groups - 1);
            }
        }
        return new Target.Survival(starts, stops, events, strata);
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(
                Target.of(0, 1, 2), "times and events",
                Target.survival(new double[] {1, 2}, new boolean[2]), "no row has an event");
    }

    @Override
    protected boolean canonical() {
        return false;
    }

    @Override
    protected boolean weightsCountRows() {
        return ties == Ties.BRESLOW;
    }

    /** Nobody at risk but those who die, the earlier the more. */
    @Override
    protected double[] fittedFreely(Target target, Datafit fit) {
        Target.Survival survival = (Target.Survival) target;
        double[] eta = new double[fit.rows()];
        for (int i = 0; i < eta.length; i++) {
            eta[i] = survival.events()[i] ? -40 * survival.stops()[i] : -290;
        }
        return eta;
    }

    @Test
    void isThePartialLikelihoodByDefinition() {
        Seeds.each(50, draw -> {
            Target.Survival target = (Target.Survival) target(7, draw);
            double[] weights = draw.weights(7);
            double all = Arrays.stream(weights).sum();
            double[] w = Arrays.stream(weights).map(v -> v / all).toArray();
            Datafit fit = loss().on(target, weights);
            double[] eta = eta(fit, draw, 1.5);
            double expected = 0;
            for (int i = 0; i < 7; i++) {
                expected += target.events()[i] ? ofEvent(target, w, eta, i) : 0;
            }
            assertThat(fit.value(eta)).isCloseTo(expected, within(1e-13));
        });
    }

    private double ofEvent(Target.Survival target, double[] w, double[] eta, int event) {
        double time = target.stops()[event];
        double atRisk = 0;
        double dying = 0;
        double mass = 0;
        int tied = 0;
        int before = 0;
        for (int j = 0; j < eta.length; j++) {
            boolean there =
                    target.stratum(j) == target.stratum(event) && target.stops()[j] >= time && target.start(j) < time;
            double risk = there ? w[j] * Math.exp(eta[j]) : 0;
            atRisk += risk;
            if (there && target.events()[j] && target.stops()[j] == time) {
                dying += risk;
                mass += w[j];
                before += j < event ? 1 : 0;
                tied++;
            }
        }
        double gone = ties == Ties.EFRON ? (double) before / tied : 0;
        double share = ties == Ties.EFRON ? mass / tied : w[event];
        return share * Math.log(atRisk - gone * dying) - w[event] * eta[event];
    }
}
