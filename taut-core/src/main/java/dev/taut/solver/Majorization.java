package dev.taut.solver;

import dev.taut.kernel.Cholesky;
import dev.taut.penalty.MajorizedProx;
import dev.taut.solver.Certificate.Claim;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Penalties that are not convex, by minimising convex majorizers one after the other, each from the minimum of the last
 * (local linear approximation: Zou and Li 2008). The objective falls at every turn; it has come to rest when the
 * majorizer at β has its minimum, to the asked gap, at β itself, which makes β stationary.
 */
final class Majorization implements Solver {
    private final ActiveSetNewton convex = new ActiveSetNewton();

    @Override
    public String plan() {
        return "convex majorizers, minimised one after the other: " + convex.plan();
    }

    @Override
    public Solution solve(Problem problem, Start start, Stopping stopping, Observer observer) {
        if (!(problem.prox() instanceof MajorizedProx penalty)) {
            return convex.solve(problem, start, stopping, observer);
        }
        int coordinates = problem.design().columns() * problem.datafit().outputs();
        Optional<Coefficients> now = start.coefficients();
        int epochs = 0;
        while (true) {
            double[] beta = now.map(Coefficients::dense).orElseGet(() -> new double[coordinates]);
            Problem majorized = new Problem(
                    problem.design(),
                    problem.datafit(),
                    penalty.majorizer(beta),
                    problem.offset(),
                    problem.intercept());
            Stopping rest = new Stopping(stopping.relativeGap(), Math.max(1, stopping.maxEpochs() - epochs));
            Solution solution = convex.solve(majorized, new Start(now, OptionalDouble.empty()), rest, observer);
            Certificate certificate = solution.certificate();
            boolean rests = certificate.epochs() == 0 && now.isPresent();
            epochs += Math.max(1, certificate.epochs());
            now = Optional.of(solution.coefficients());
            if (rests || !certificate.converged() || epochs >= stopping.maxEpochs() || observer.cancelled()) {
                return certified(problem, penalty, solution, epochs, rests && certificate.converged());
            }
        }
    }

    private static Solution certified(
            Problem problem, MajorizedProx penalty, Solution found, int epochs, boolean rests) {
        Certificate certificate = found.certificate();
        State state = new State(problem, ColumnNorms.of(problem));
        state.restart(found.coefficients());
        return new Solution(
                found.coefficients(),
                new Certificate(
                        state.value + penalty.value(state.beta),
                        certificate.gap(),
                        certificate.scale(),
                        certificate.violation(),
                        epochs,
                        rests,
                        isLocalMinimum(problem, penalty, state) ? Claim.LOCAL_MINIMUM : Claim.STATIONARY));
    }

    /** Whether the Hessian of loss + penalty on the support, intercept included, is positive definite. */
    private static boolean isLocalMinimum(Problem problem, MajorizedProx penalty, State state) {
        if (problem.datafit().outputs() > 1) {
            return false;
        }
        CurvatureModel model = new CurvatureModel(problem.design(), problem.datafit());
        Candidates candidates = new Candidates(problem, state, model, ColumnNorms.of(problem));
        candidates.admitPresent();
        double[] bends = Arrays.copyOf(penalty.bends(state.beta), state.beta.length + 1);
        int[] support = IntStream.range(0, model.size())
                .filter(i -> state.get(model.coordinate(i)) != 0)
                .toArray();
        double[][] hessian = new double[support.length][];
        for (int i = 0; i < support.length; i++) {
            hessian[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                hessian[i][j] = model.entry(support[i], support[j]);
            }
            hessian[i][i] += bends[model.coordinate(support[i])];
        }
        Cholesky factor = Cholesky.factor(hessian, support.length);
        return IntStream.range(0, support.length).noneMatch(factor::dependent);
    }
}
