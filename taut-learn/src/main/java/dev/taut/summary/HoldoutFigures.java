package dev.taut.summary;

import dev.taut.finding.Finding;
import dev.taut.loss.Loss;
import dev.taut.loss.Target;
import dev.taut.metric.Diagnostics;
import dev.taut.metric.Metrics;
import dev.taut.metric.Scored;
import dev.taut.path.LambdaPath;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.Targets;
import dev.taut.run.Holdout;
import dev.taut.tuning.Setup;
import dev.taut.tuning.Tuned;
import java.util.List;
import java.util.Optional;

/** What the held-out rows say about the chosen model. */
public final class HoldoutFigures {
    private HoldoutFigures() {}

    /** Empty if there is no holdout; findings of the held-out rows (unseen levels) are added to {@code findings}. */
    public static Optional<Holdout> of(Tuned tuned, Setup setup, List<Finding> findings) {
        if (!setup.holdout().exists()) {
            return Optional.empty();
        }
        LambdaPath path = tuned.path().path();
        Encoded encoded = tuned.path().recipe().encode(setup.test().table());
        findings.addAll(encoded.findings());
        Target target = setup.targets().encode(setup.test());
        double[] weights = Targets.weights(setup.test());
        double[] model = tuned.path().means(path.raw(tuned.knot(tuned.chosen())), encoded, setup.test());
        double[] noModel = tuned.path().means(path.raw(path.nullModel()), encoded, setup.test());
        Loss loss = tuned.spec().loss(setup.train());
        Scored scored = new Scored(target, model, weights, loss.isMargin());
        return Optional.of(Diagnostics.dispersed(
                Diagnostics.of(
                        setup.targets().task(),
                        Metrics.of(setup.targets().task(), loss.name()),
                        setup.targets().classes(),
                        scored,
                        new Scored(target, noModel, weights, loss.isMargin())),
                loss.name(),
                scored));
    }
}
