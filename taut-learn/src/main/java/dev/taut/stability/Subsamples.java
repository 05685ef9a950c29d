package dev.taut.stability;

import dev.taut.LinearProblem;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.finding.Refused;
import dev.taut.fold.Halves;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.Resamples;
import dev.taut.path.Resamples.Sample;
import dev.taut.path.RowLoss;
import dev.taut.recipe.Refits;
import dev.taut.recipe.Targets;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import dev.taut.tuning.Parallel;
import dev.taut.tuning.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The path of every half: as samples of one problem where the recipe encodes the rows of the half as it does all rows,
 * otherwise on rows of their own with a recipe of their own.
 */
final class Subsamples {
    private final LinearProblem problem;
    private final Halves halves;
    private final Candidates candidates;
    private final int budget;
    private final Progress progress;
    private final Targets targets;
    private final Optional<Resamples> shared;
    /** The sample of each half, −1 for one that must be fitted apart. */
    private final int[] sampleOf;

    private final AtomicInteger done = new AtomicInteger();

    Subsamples(LinearProblem problem, Halves halves, Candidates candidates, int budget, Progress progress) {
        this.problem = problem;
        this.halves = halves;
        this.candidates = candidates;
        this.budget = budget;
        this.progress = progress;
        this.targets = Targets.of(problem.data());
        this.sampleOf = new int[halves.count()];
        this.shared = shared();
    }

    private Optional<Resamples> shared() {
        Refits refits = problem.refits();
        Optional<RowLoss> loss = problem.spec().glmnet().isPresent() ? Optional.empty() : problem.rowLoss();
        int[] alike = loss.isEmpty()
                ? new int[0]
                : IntStream.range(0, halves.count())
                        .filter(h -> refits.encodeAlike(halves.rows(h)))
                        .toArray();
        Arrays.fill(sampleOf, -1);
        for (int s = 0; s < alike.length; s++) {
            sampleOf[alike[s]] = s;
        }
        return loss.filter(l -> alike.length > 0)
                .flatMap(l -> Resamples.of(
                        problem.problem(), l, alike.length, s -> new Sample(halves.counts(alike[s]), new double[0])));
    }

    /** How the halves are computed. */
    String how() {
        long together = IntStream.of(sampleOf).filter(s -> s >= 0).count();
        String apart = "encoded and fitted by itself, on rows of its own";
        return shared.map(resamples -> together + " of " + halves.count() + " halves together: " + resamples.how()
                        + (together < halves.count() ? "; each of the others " + apart : ""))
                .orElse("each half " + apart);
    }

    /** What each half selects; the order is that of the halves for any number of threads. */
    List<Entered> fit(int threads) {
        List<Callable<Entered>> work = new ArrayList<>();
        for (int h = 0; h < halves.count(); h++) {
            int half = h;
            work.add(() -> counted(half));
        }
        return Parallel.run(threads, work);
    }

    private Entered counted(int half) {
        stopIfCancelled();
        Entered entered = hasOutcome(half) ? selectedBy(half) : Entered.NOT_FITTED;
        stopIfCancelled();
        progress.fits(done.incrementAndGet(), halves.count());
        return entered;
    }

    /** Whether the target, or the event, is not the same in all rows of the half. */
    private boolean hasOutcome(int half) {
        Dataset data = problem.data();
        Column outcome = data.find(Role.EVENT).orElseGet(data::target);
        int[] rows = halves.rows(half);
        return IntStream.of(rows).anyMatch(i -> !outcome.text(i).equals(outcome.text(rows[0])));
    }

    private Entered selectedBy(int half) {
        return sampleOf[half] >= 0 && shared.isPresent() ? together(shared.get(), half) : apart(half);
    }

    private void stopIfCancelled() {
        if (progress.cancelled()) {
            throw new Progress.Cancelled();
        }
    }

    private Entered together(Resamples resamples, int half) {
        Lambdas lambdas = problem.spec().settings().lambdas();
        Stopping stopping = problem.spec().settings().stopping();
        LambdaPath path =
                resamples.walk(sampleOf[half], lambdas, stopping, enough()).path();
        boolean proved = path.knots().stream().allMatch(k -> k.certificate().converged());
        // Rows that do not count still have linear predictors, whose overflow may forbid a step.
        return proved || resamples.areAtOnce() ? Entered.of(path, candidates.names(), budget) : apart(half);
    }

    private Entered apart(int half) {
        try {
            LambdaPath path = problem.spec()
                    .path(problem.data().rows(halves.rows(half)), targets, enough())
                    .path();
            return Entered.of(path, candidates.names(), budget);
        } catch (Refused refused) {
            return Entered.NOT_FITTED;
        }
    }

    /** Ends a path once more coefficients are active than the budget can explain. */
    private Observer enough() {
        int outputs = problem.problem().datafit().outputs();
        int most = (budget + candidates.others()) * outputs;
        return new Observer() {
            private boolean full;

            @Override
            public void knot(int index, int count, double lambda, int active) {
                full = active > most;
            }

            @Override
            public boolean cancelled() {
                return full || progress.cancelled();
            }
        };
    }

    /** The features that may be selected: those that the penalty keeps at zero until they earn their place. */
    record Candidates(Set<String> names, int others) {}
}
