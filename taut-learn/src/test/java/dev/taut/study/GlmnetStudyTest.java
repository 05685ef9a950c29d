package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.check.CheckOptions;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.finding.Refused;
import dev.taut.fold.Folds;
import dev.taut.glmnet.Grid;
import dev.taut.loss.Losses;
import dev.taut.penalty.Penalty;
import dev.taut.run.Effect;
import dev.taut.run.Elsewhere;
import dev.taut.run.Run;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A study under glmnet's conventions: λ given in its terms comes back in its terms, and the rest says whose it is. */
class GlmnetStudyTest {
    private static final FitPlan PLAN = FitPlan.standard().folds(Folds.of(5)).holdout(0);

    static Stream<Penalty> penalties() {
        return Stream.of(
                Penalty.lasso(),
                Penalty.ridge(),
                Penalty.elasticNet(0.3),
                Penalty.elasticNet(0.3).free("a"),
                Penalty.ridge().factor("b", 3).within("a", 0, 1));
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void aLambdaInItsTermsIsSaidInItsTerms(Penalty penalty) {
        Dataset data = Samples.regression(100, 3);
        Run run = Study.fit(
                        data,
                        PLAN.linear(Linear.model().penalty(penalty).asGlmnet(Grid.DEFAULT))
                                .lambda(0.25))
                .run();
        assertThat(run.objective().conventions()).isEqualTo("glmnet");
        List<Elsewhere.Number> numbers = run.objective().elsewhere().get(0).numbers();
        assertThat(numbers.get(0).value()).isCloseTo(0.25, within(1e-12));
        assertThat(numbers.get(1).value())
                .isCloseTo(((dev.taut.penalty.ElasticNet) penalty.shape()).l1Ratio(), within(1e-12));
        assertThat(run.path().knots())
                .extracting(knot -> knot.lambda())
                .contains(run.solution().lambda());
    }

    @Test
    void aSingleLambdaIsOneKnotThatIsProved() {
        Dataset data = Samples.binary(120, 4, false);
        Linear linear = Linear.model().asGlmnet(Grid.of(0.05));
        Run run = Study.path(Checks.of(data, CheckOptions.standard()), PLAN.linear(linear), Progress.SILENT);
        assertThat(run.path().knots()).hasSize(1);
        assertThat(run.path().knots().get(0).lambda()).isEqualTo(0.05);
        assertThat(run.path().knots().get(0).certificate().converged()).isTrue();
    }

    @Test
    void theRowWithoutAPenaltySaysThatItWasNotFitted() {
        Effect effect = Study.fit(
                        Samples.binary(120, 4, false),
                        PLAN.linear(Linear.model().asGlmnet(Grid.DEFAULT)))
                .run()
                .effect();
        assertThat(effect.rows().get(1).note()).isEqualTo("not fitted: glmnet's grid ends before λ = 0");
    }

    @Test
    void whatGlmnetDoesNotHaveIsRefused() {
        Dataset data = Samples.regression(60, 5);
        assertRefused(data, Linear.of(Losses.named("huber:1.35")), "not for huber");
        assertRefused(data, Linear.model().penalty(Penalty.none()), "ridge, lasso and elastic net");
    }

    private static void assertRefused(Dataset data, Linear linear, String why) {
        assertThatThrownBy(() -> Study.fit(data, PLAN.linear(linear.asGlmnet(Grid.DEFAULT))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }
}
