package dev.taut.summary;

import dev.taut.Predictions;
import dev.taut.data.Dataset;
import dev.taut.finding.Finding;
import dev.taut.loss.Target;
import dev.taut.metric.Diagnostics;
import dev.taut.metric.Metric;
import dev.taut.metric.Scored;
import dev.taut.recipe.Targets;
import dev.taut.run.Effect;
import dev.taut.run.Holdout;
import dev.taut.run.KernelSummary;
import dev.taut.run.Objective;
import dev.taut.run.PathSummary;
import dev.taut.run.Run;
import dev.taut.run.SolutionSummary;
import dev.taut.svm.Kernel;
import dev.taut.svm.KernelModel;
import dev.taut.svm.KernelTuning;
import dev.taut.svm.TunedKernel;
import dev.taut.tuning.Figures;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A tuned kernel machine as the artefact that readers share: no path, no coefficients, and what can be said instead. */
public record KernelSummaries(Setup setup, FitPlan plan, Clock clock, TunedKernel tuned) {
    /** The whole run. */
    public Run run() {
        KernelModel model = tuned.model();
        RunAssembler assembler = new RunAssembler(setup, plan, clock);
        List<Finding> findings = new ArrayList<>(setup.findings());
        findings.addAll(tuned.folds().findings());
        Optional<Holdout> holdout = setup.holdout().exists() ? Optional.of(holdout(findings)) : Optional.empty();
        int columns = model.centers().length;
        return new Run(
                Run.SCHEMA,
                assembler.provenance(),
                assembler.data(model.recipe()),
                RunAssembler.heaviestFirst(findings),
                objective(model),
                new PathSummary(
                        List.of(),
                        columns,
                        columns,
                        List.of(""),
                        0,
                        "complete",
                        "a kernel machine has no path; computed by LIBSVM",
                        List.of()),
                Optional.empty(),
                new SolutionSummary(model.lambda(), -1, 0, 0, 0, List.of(), List.of(), List.of(), 0),
                effect(),
                holdout,
                Optional.empty(),
                Optional.of(kernel()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                clock.times(plan.threads()));
    }

    private Objective objective(KernelModel model) {
        boolean numbers = !model.targets().task().isClassification();
        String loss = numbers
                ? "max(0, |yᵢ − f(xᵢ) − b| − " + Figures.of(model.epsilon()) + ")"
                : "max(0, 1 − sᵢ(f(xᵢ) + b))";
        return new Objective(
                model.targets().task().word(),
                numbers ? "svr:" + model.epsilon() : "hinge",
                model.kernel().name() + " kernel",
                0,
                true,
                true,
                "minimise ½‖f‖² + " + Figures.of(model.c()) + " · Σ " + loss + " over f in the space of k(x, z) = "
                        + model.kernel().formula() + "   (columns scaled to sd 1"
                        + (model.targets().classes().size() > 2 ? "; one machine for every pair of classes)" : ")"),
                "taut",
                List.of());
    }

    private Metric metric() {
        return tuned.model().metrics().get(0);
    }

    private Scored scored(Dataset rows, double[] predictions) {
        Target target = setup.targets().encode(rows);
        return new Scored(
                target, predictions, Targets.weights(rows), tuned.model().isMargin());
    }

    private double error(Dataset rows) {
        return metric().of(scored(rows, tuned.model().predict(rows.table()).means()));
    }

    private double[] nothing(Dataset rows) {
        // The constant of the training rows, for as many rows as are asked about.
        double[] constant = tuned.model()
                .noModel(setup.train().table(), setup.targets().encode(setup.train()), Targets.weights(setup.train()));
        int outputs = constant.length / setup.train().rows();
        double[] all = new double[outputs * rows.rows()];
        for (int k = 0; k < outputs; k++) {
            java.util.Arrays.fill(
                    all,
                    k * rows.rows(),
                    (k + 1) * rows.rows(),
                    constant[k * setup.train().rows()]);
        }
        return all;
    }

    private OptionalDouble heldOut(java.util.function.ToDoubleFunction<Dataset> error) {
        return setup.holdout().exists() ? OptionalDouble.of(error.applyAsDouble(setup.test())) : OptionalDouble.empty();
    }

    private Effect effect() {
        List<Effect.Row> rows = new ArrayList<>();
        rows.add(new Effect.Row(
                "no model",
                OptionalDouble.empty(),
                0,
                OptionalDouble.of(metric().of(scored(setup.train(), nothing(setup.train())))),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                heldOut(test -> metric().of(scored(test, nothing(test)))),
                ""));
        tuned.line().ifPresent(line -> rows.add(line(line)));
        rows.add(new Effect.Row(
                "chosen",
                OptionalDouble.of(tuned.model().lambda()),
                0,
                OptionalDouble.of(error(setup.train())),
                OptionalDouble.of(tuned.chosen().mean()),
                OptionalDouble.of(tuned.chosen().se()),
                heldOut(this::error),
                ""));
        return new Effect(metric().name(), rows);
    }

    /** The best straight line on the same folds and rows: what the kernel has to beat. */
    private Effect.Row line(KernelTuning.Point line) {
        KernelModel straight = line.spec().fit(setup.train(), setup.targets());
        java.util.function.ToDoubleFunction<Dataset> error =
                rows -> metric().of(scored(rows, straight.predict(rows.table()).means()));
        return new Effect.Row(
                "linear",
                OptionalDouble.of(straight.lambda()),
                0,
                OptionalDouble.of(error.applyAsDouble(setup.train())),
                OptionalDouble.of(line.mean()),
                OptionalDouble.of(line.se()),
                heldOut(error),
                "");
    }

    private Holdout holdout(List<Finding> findings) {
        Predictions predictions = tuned.model().predict(setup.test().table());
        findings.addAll(predictions.findings());
        return Diagnostics.of(
                setup.targets().task(),
                tuned.model().metrics(),
                setup.targets().classes(),
                scored(setup.test(), predictions.means()),
                scored(setup.test(), nothing(setup.test())));
    }

    private KernelSummary kernel() {
        KernelModel model = tuned.model();
        Kernel kernel = model.kernel();
        List<KernelTuning.Point> points = tuned.tuning().points();
        return new KernelSummary(
                kernel.name(),
                kernel.gamma(),
                kernel.degree(),
                kernel.constant(),
                model.c(),
                model.targets().task().isClassification() ? 0 : model.epsilon(),
                model.targets().task().isClassification() && !model.isMargin(),
                model.supportVectors(),
                points.size() == 1 ? "given" : plan.rule().word(),
                points.stream()
                        .map(p -> new KernelSummary.Candidate(
                                p.c(), p.gamma(), p.spec().kernel().degree(), p.mean(), p.se()))
                        .toList(),
                points.indexOf(tuned.chosen()),
                setup.holdout().exists() ? Importances.of(setup.test(), this::error, plan.seed()) : List.of());
    }
}
