package dev.taut.solver;

import java.util.Optional;

/**
 * Proximal Newton on a growing set of candidate coordinates, certified by a duality gap over all of them.
 *
 * <p>Outer round: one pass over X gives all correlations, violators join the candidates, the problem restricted to the
 * candidates is solved, and when no coordinate outside violates its condition, {@link Certifier} computes the gap.
 * Inner round: a quadratic model (exact for the squared loss, of an older reference for others as long as it
 * contracts) is minimised by {@link QuadraticCore}, followed by a line search, so that the objective falls at every
 * step. Proximal Newton: Lee, Sun and Saunders 2014; working sets with gaps: Massias, Gramfort and Salmon 2018.
 */
final class ActiveSetNewton implements Solver {
    /** Tries without a better gap after which rounding, not effort, is the limit. */
    private static final int MAX_FRUITLESS = 4;
    /** Rounds without a smaller violation after which the gap is asked anyway: rounding may forbid the target. */
    private static final int MAX_STALLS = 20;
    /** What a round counts for that neither lowered the violation nor brought new candidates. */
    private static final int IDLE = 5;
    /** After a start from afar, candidates are wanted in many rounds, and need not be exact in each. */
    private static final double ROUGHLY = 0.1;

    private Optional<Session> memory = Optional.empty();
    private Optional<Coefficients> last = Optional.empty();

    @Override
    public String plan() {
        return "active-set proximal Newton: quadratic models on the candidates, solved on their support by Cholesky; other columns"
                + " proved inactive by bounds from earlier gradients";
    }

    @Override
    public Solution solve(Problem problem, Start start, Stopping stopping, Observer observer) {
        Session session = session(problem);
        Terms penalty = session.terms(problem.prox());
        Coefficients from = start.coefficients().orElseGet(session::nullCoefficients);
        boolean anew = last.isEmpty() || last.get() != from;
        if (anew) {
            session.restart(from);
        } else if (start.lambda().isPresent()) {
            session.forecast(start.lambda().getAsDouble(), penalty);
        }
        Certificate certificate = iterate(session, penalty, anew ? ROUGHLY : 0, stopping, observer);
        Coefficients coefficients = session.state.coefficients();
        last = Optional.of(coefficients);
        start.lambda().ifPresent(session::remember);
        return new Solution(coefficients, certificate);
    }

    @Override
    public Optional<double[]> gradient(Problem problem, Solution found) {
        boolean known = memory.isPresent()
                && memory.get().serves(problem)
                && last.isPresent()
                && last.get() == found.coefficients();
        return known ? Optional.of(memory.get().state.correlations.all().clone()) : Optional.empty();
    }

    private Session session(Problem problem) {
        if (memory.isEmpty() || !memory.get().serves(problem)) {
            memory = Optional.of(new Session(problem));
            last = Optional.empty();
        }
        return memory.get();
    }

    /** @param roughly how far candidates are solved while others are missing, as a share of the largest violation */
    private static Certificate iterate(
            Session session, Terms penalty, double roughly, Stopping stopping, Observer observer) {
        double goal = stopping.relativeGap() * session.scale;
        session.aim(goal);
        double bestGap = Double.POSITIVE_INFINITY;
        int fruitless = 0;
        int epochs = 0;
        double leastViolation = Double.POSITIVE_INFINITY;
        int stalls = 0;
        while (true) {
            int known = session.model.size();
            int[] inspected = penalty.inspect();
            double worst = penalty.admitViolators(inspected, session.target);
            stalls = worst < 0.5 * leastViolation ? 0 : stalls + (session.model.size() > known ? 1 : IDLE);
            leastViolation = Math.min(leastViolation, worst);
            if (worst <= session.target || stalls > MAX_STALLS) {
                double gap = penalty.gap(session.objective(penalty), session.modelScale(), inspected);
                // Candidates that are far better than their target have not been tried at it.
                boolean untried = worst > 0 && worst < 0.1 * session.target;
                fruitless = gap < 0.5 * bestGap || untried ? 0 : fruitless + 1;
                bestGap = Math.min(bestGap, gap);
                boolean converged = gap <= goal;
                if (converged && session.drifted()) {
                    continue;
                }
                if (converged || fruitless > MAX_FRUITLESS || epochs >= stopping.maxEpochs() || observer.cancelled()) {
                    session.target *= converged ? Math.min(3, Math.sqrt(goal / Math.max(gap, 1e-300))) : 1;
                    return new Certificate(
                            session.objective(penalty),
                            gap,
                            session.scale,
                            penalty.worstViolation(inspected),
                            epochs,
                            converged);
                }
                session.target *= Math.max(1e-3, Math.min(0.1, 0.3 * goal / gap));
            } else if (epochs >= stopping.maxEpochs() || observer.cancelled()) {
                return new Certificate(
                        session.objective(penalty),
                        Double.POSITIVE_INFINITY,
                        session.scale,
                        penalty.worstViolation(inspected),
                        epochs,
                        false);
            }
            double enough = stalls > 0 ? session.target : Math.max(session.target, roughly * worst);
            epochs += 1 + session.minimiseCandidates(penalty, enough);
        }
    }
}
