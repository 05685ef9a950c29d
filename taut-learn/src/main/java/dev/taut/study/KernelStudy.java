package dev.taut.study;

import dev.taut.check.CheckedData;
import dev.taut.data.Dataset;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.fold.FoldPlan;
import dev.taut.fold.Split;
import dev.taut.recipe.Targets;
import dev.taut.summary.Clock;
import dev.taut.summary.KernelSummaries;
import dev.taut.svm.Kernel;
import dev.taut.svm.KernelModel;
import dev.taut.svm.KernelSvm;
import dev.taut.svm.KernelTuning;
import dev.taut.svm.TunedKernel;
import dev.taut.tuning.Figures;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Setup;
import java.util.List;
import java.util.Optional;

/** A kernel machine from a dataset to a true picture: checks → holdout → candidates on folds → rule → holdout figures. */
public final class KernelStudy {
    private KernelStudy() {}

    /**
     * Tunes the candidates on the training rows, fits the chosen one there, and tests it on held-out rows.
     *
     * @throws dev.taut.finding.Refused if the data cannot be used
     * @throws Progress.Cancelled if the observer asks to stop
     */
    public static KernelFit fit(CheckedData checked, KernelPlan plan, Progress progress) {
        if (plan.fit().rule().isCriterion() || plan.fit().nested()) {
            throw new Refused(
                    Finding.of(Code.USAGE, "--rule", "a kernel machine has no likelihood, and is tuned by folds alone")
                            .help("--rule 1se, without --nested"));
        }
        Clock clock = new Clock(progress);
        Setup setup = Setup.of(checked, plan.fit());
        Dataset train = setup.train();
        KernelSvm spec = settled(plan, train, setup.targets());
        FoldPlan folds = plan.fit().folds().plan(train);
        List<Split> splits = folds.splits().stream().flatMap(List::stream).toList();
        long start = System.nanoTime();
        List<KernelSvm> candidates = plan.grid().candidates(spec, train);
        KernelTuning tuning = KernelTuning.of(
                candidates, train, setup.targets(), splits, plan.fit().threads(), clock);
        clock.phase("Tuned", tried(candidates.size(), folds), seconds(start));
        Optional<KernelTuning.Point> line = Optional.empty();
        if (spec.kernel().shape() != Kernel.Shape.LINEAR) {
            long linear = System.nanoTime();
            List<KernelSvm> lines = plan.grid().linear(spec, train);
            line = Optional.of(KernelTuning.of(
                            lines, train, setup.targets(), splits, plan.fit().threads(), clock)
                    .choose(plan.fit().rule()));
            clock.phase("Compared", "with the linear kernel on the same folds", seconds(linear));
        }
        KernelTuning.Point chosen = tuning.choose(plan.fit().rule());
        long last = System.nanoTime();
        KernelModel model = chosen.spec().fit(train, setup.targets());
        clock.phase(
                "Fitted",
                "C = " + Figures.of(model.c()) + ", " + model.supportVectors() + " support vectors",
                seconds(last));
        TunedKernel tuned = new TunedKernel(tuning, chosen, line, folds, model);
        return new KernelFit(new KernelSummaries(setup, plan.fit(), clock, tuned).run(), model);
    }

    private static KernelSvm settled(KernelPlan plan, Dataset train, Targets targets) {
        KernelSvm spec = plan.spec()
                .recipe(plan.fit().linear().settings().recipe())
                .seed(plan.fit().seed());
        // A machine that has no place for these rows says so before anything is tried.
        spec.refuse(train, targets);
        if (train.task().isClassification()) {
            return spec;
        }
        return spec.epsilon(plan.epsilon().orElseGet(() -> dev.taut.svm.KernelGrid.epsilon(train)));
    }

    private static String tried(int candidates, FoldPlan folds) {
        return candidates + (candidates == 1 ? " machine on " : " machines on ") + folds.folds() + " "
                + folds.scheme() + " folds" + (folds.repeats() > 1 ? " × " + folds.repeats() + " repeats" : "")
                + ", recipe and scaling re-estimated inside each fold";
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
