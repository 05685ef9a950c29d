package dev.taut.solver;

import dev.taut.penalty.SeparableProx;

/** A penalty that is a sum over coordinates. */
final class SeparableTerms implements Terms {
    private final SeparableProx prox;
    private final Problem problem;
    private final State state;
    private final CurvatureModel model;
    private final Candidates candidates;
    private final int blocks;

    SeparableTerms(SeparableProx prox, Problem problem, State state, CurvatureModel model, Candidates candidates) {
        this.prox = prox;
        this.problem = problem;
        this.state = state;
        this.model = model;
        this.candidates = candidates;
        this.blocks = state.beta.length;
    }

    @Override
    public void admitPresent() {
        candidates.admitPresent();
    }

    @Override
    public int[] inspect() {
        return candidates.inspect(prox);
    }

    @Override
    public double admitViolators(int[] inspected, double target) {
        return candidates.admitViolators(prox, inspected, target);
    }

    @Override
    public double worstViolation(int[] inspected) {
        double worst = state.interceptViolation();
        for (int c : inspected) {
            worst = Math.max(worst, prox.violation(c % prox.columns(), state.beta[c], state.correlations.at(c)));
        }
        return worst;
    }

    @Override
    public double gap(double primal, double modelScale, int[] inspected) {
        Dual dual = new SeparableDual(prox, state, problem.datafit().outputs());
        return new Certifier(problem, dual, model).gap(state, primal, modelScale, inspected);
    }

    @Override
    public double value() {
        double value = 0;
        for (int i = 0; i < model.size(); i++) {
            int c = model.coordinate(i);
            value += c < blocks && state.beta[c] != 0 ? prox.value(c % prox.columns(), state.beta[c]) : 0;
        }
        return value;
    }

    @Override
    public double[] violations(double[] c) {
        double[] violations = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            int coordinate = model.coordinate(i);
            violations[i] = candidates.violation(prox, coordinate, c[i]) / candidates.norm(coordinate);
        }
        return violations;
    }

    @Override
    public double change(double[] from, double[] to, double t) {
        double change = 0;
        for (int i = 0; i < from.length; i++) {
            int c = model.coordinate(i);
            if (c < blocks && to[i] != from[i]) {
                int j = c % prox.columns();
                change += prox.value(j, from[i] + t * (to[i] - from[i])) - prox.value(j, from[i]);
            }
        }
        return change;
    }

    @Override
    public double[] solve(double[] b0, double[] c, double scale, double tolerance) {
        double[] norms = new double[c.length];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = candidates.norm(model.coordinate(i));
        }
        return new QuadraticCore(model, prox, blocks, scale, b0, c, norms).solve(tolerance);
    }

    @Override
    public void apply(Forecast forecast, double lambda) {
        forecast.apply(lambda, state, prox::value, Kept.at(prox));
    }
}
