package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.loss.Datafit;
import dev.taut.penalty.CountProx;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Certificate.Claim;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A price for every column that is used, by local search over sets of columns, each fitted exactly: columns are dropped, added
 * and swapped as long as that lowers the objective (Hazimeh and Mazumder 2020). Where {@link SubsetProof} serves, it says
 * whether another set is better, and which. Without that proof, no coefficients near the solution are better, and none of the
 * most promising other sets.
 */
final class SubsetSolver implements Solver {
    /** How many columns are tried, those first that promise most. */
    private static final int DROPPED = 20;

    private static final int ADDED = 10;
    private static final int SWAPPED = 5;
    /** Improvements below this share of the null model's objective are none. */
    private static final double EQUAL = 1e-10;
    /** Every set is solved at least to this relative gap, well below differences that count. */
    private static final double GAP = 1e-11;

    private static final int MOST_KEPT = 10_000;

    private final Design design;
    private final Datafit datafit;
    private final Solver inner;
    private Optional<SubsetProof> proof = Optional.empty();
    /** Sets that were fitted, for {@link #kept}. */
    private final Map<BitSet, Solution> fitted = new HashMap<>();

    private double[] kept = new double[0];

    SubsetSolver(Design design, Datafit datafit) {
        this.design = design;
        this.datafit = datafit;
        this.inner = Solvers.of(design, datafit, SeparableProx.allZero(design.columns()));
    }

    @Override
    public String plan() {
        return "local search over sets of columns, which are dropped, added and swapped"
                + (proof.isPresent() ? ", and branch and bound over all sets" : "") + "; each set by " + inner.plan();
    }

    @Override
    public Solution solve(Problem problem, Start start, Stopping stopping, Observer observer) {
        if (!(problem.prox() instanceof CountProx prox)) {
            return inner.solve(problem, start, stopping, observer);
        }
        if (problem.design() != design || problem.datafit() != datafit) {
            return new SubsetSolver(problem.design(), problem.datafit()).solve(problem, start, stopping, observer);
        }
        if (proof.isEmpty()) {
            proof = SubsetProof.of(problem);
        }
        return new Search(problem, prox, stopping, observer).from(start);
    }

    /** One solve. */
    private final class Search {
        private final Problem problem;
        private final CountProx prox;
        private final Stopping stopping;
        private final Observer observer;
        private final int p;
        private int epochs;

        Search(Problem problem, CountProx prox, Stopping stopping, Observer observer) {
            this.problem = problem;
            this.prox = prox;
            this.stopping = new Stopping(Math.min(GAP, stopping.relativeGap()), stopping.maxEpochs());
            this.observer = observer;
            this.p = prox.columns();
            double[] bends = IntStream.range(0, p)
                    .mapToDouble(j -> prox.shape().bend(j, 1))
                    .toArray();
            if (!Arrays.equals(bends, kept) || fitted.size() > MOST_KEPT) {
                fitted.clear();
                kept = bends;
            }
        }

        Solution from(Start start) {
            BitSet used = free();
            start.coefficients()
                    .ifPresent(c -> IntStream.range(0, c.active()).forEach(k -> used.set(c.coordinate(k) % p)));
            BitSet best = descend(used);
            Optional<SubsetProof.Answer> answer = proof.map(all -> all.compare(prox, best, price(best)));
            BitSet last = answer.map(SubsetProof.Answer::best).orElse(best);
            boolean proved = answer.map(SubsetProof.Answer::complete).orElse(false);
            return certified(fit(last), proved);
        }

        private BitSet free() {
            BitSet used = new BitSet(p);
            IntStream.range(0, p).filter(j -> prox.prices()[j] == 0).forEach(used::set);
            return used;
        }

        /** Drops, adds and swaps until nothing of what is tried is better. */
        private BitSet descend(BitSet from) {
            BitSet best = from;
            while (!observer.cancelled()) {
                Optional<BitSet> better = better(best);
                if (better.isEmpty()) {
                    return best;
                }
                best = better.get();
            }
            return best;
        }

        private Optional<BitSet> better(BitSet set) {
            Solution solution = fit(set);
            double least = total(set, solution);
            double scale = EQUAL * solution.certificate().scale();
            int[] out = dispensable(set, solution);
            int[] in = promising(set, solution);
            for (int j : Arrays.copyOf(out, Math.min(DROPPED, out.length))) {
                BitSet fewer = changed(set, OptionalInt.of(j), OptionalInt.empty());
                if (price(fewer) < least - scale) {
                    return Optional.of(fewer);
                }
            }
            for (int j : in) {
                BitSet more = changed(set, OptionalInt.empty(), OptionalInt.of(j));
                if (price(more) < least - scale) {
                    return Optional.of(more);
                }
            }
            for (int i : Arrays.copyOf(out, Math.min(SWAPPED, out.length))) {
                for (int j : in) {
                    BitSet other = changed(set, OptionalInt.of(i), OptionalInt.of(j));
                    if (price(other) < least - scale) {
                        return Optional.of(other);
                    }
                }
            }
            return Optional.empty();
        }

        /** Used columns, those first whose quadratic share of the loss is smallest. */
        private int[] dispensable(BitSet set, Solution solution) {
            return sorted(set.stream().filter(j -> prox.prices()[j] > 0).toArray(), j -> {
                double share = 0;
                for (int k = 0; k < solution.coefficients().outputs(); k++) {
                    double b = solution.coefficients().get(j, k);
                    share += b * b;
                }
                return share * squares()[j] / prox.prices()[j];
            });
        }

        /** Columns not used, those first whose gradient promises most. */
        private int[] promising(BitSet set, Solution solution) {
            double[] gradient = gradient(solution);
            int[] candidates = IntStream.range(0, p)
                    .filter(j -> !set.get(j) && squares()[j] > 0)
                    .toArray();
            int[] best = sorted(candidates, j -> {
                double square = 0;
                for (int c = j; c < gradient.length; c += p) {
                    square += gradient[c] * gradient[c];
                }
                return -square / squares()[j] / prox.prices()[j];
            });
            return Arrays.copyOf(best, Math.min(ADDED, best.length));
        }

        private double[] gradient(Solution solution) {
            double[] r = new double[datafit.rows() * datafit.outputs()];
            datafit.gradient(LinearPredictors.of(problem, solution.coefficients()), r);
            double[] gradient = new double[p * datafit.outputs()];
            for (int c = 0; c < gradient.length; c++) {
                gradient[c] = design.dot(c % p, r, c / p * design.rows());
            }
            return gradient;
        }

        private double price(BitSet set) {
            return total(set, fit(set));
        }

        private double total(BitSet set, Solution solution) {
            // Coefficients whose optimality is not proved still are coefficients that cost no more than this.
            return solution.certificate().objective()
                    + set.stream().mapToDouble(j -> prox.prices()[j]).sum();
        }

        private Solution fit(BitSet set) {
            return fitted.computeIfAbsent(set, this::solved);
        }

        private Solution solved(BitSet set) {
            boolean[] used = new boolean[p];
            set.stream().forEach(j -> used[j] = true);
            SeparableProx chosen = prox.on(used);
            Problem restricted = new Problem(design, datafit, chosen, problem.offset(), problem.intercept());
            Solution found = inner.solve(restricted, Start.cold(), stopping, observer);
            epochs += found.certificate().epochs();
            return found;
        }

        private Solution certified(Solution found, boolean proved) {
            Certificate c = found.certificate();
            double objective = c.objective()
                    + prox.value(found.coefficients().dense())
                    - prox.shape().value(found.coefficients().dense());
            double gap = c.gap() + (proved ? SubsetProof.EQUAL * c.scale() : 0);
            Claim claim = proved ? Claim.MINIMUM : Claim.LOCAL_MINIMUM;
            return new Solution(
                    found.coefficients(),
                    new Certificate(
                            objective, gap, c.scale(), c.violation(), Math.max(1, epochs), c.converged(), claim));
        }
    }

    private double[] squares = new double[0];

    private double[] squares() {
        if (squares.length == 0 && design.columns() > 0) {
            squares = design.weightedSquares(new double[design.columns()], datafit.weights());
        }
        return squares;
    }

    private static BitSet changed(BitSet set, OptionalInt out, OptionalInt in) {
        BitSet other = (BitSet) set.clone();
        out.ifPresent(other::clear);
        in.ifPresent(other::set);
        return other;
    }

    private static int[] sorted(int[] columns, IntToDoubleFunction key) {
        double[] keys = Arrays.stream(columns).mapToDouble(key).toArray();
        return IntStream.range(0, columns.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> keys[i]))
                .mapToInt(i -> columns[i])
                .toArray();
    }
}
