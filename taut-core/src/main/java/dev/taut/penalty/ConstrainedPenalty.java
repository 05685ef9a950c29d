package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A penalty subject to lower ≤ Aβ ≤ upper: the constrained lasso (James, Paulson and Rusmevichientong 2020), and with
 * differences of neighbours monotone coefficients.
 */
final class ConstrainedPenalty implements Penalty {
    private final Penalty base;
    private final List<Constraint> constraints;
    /** What raw coefficients are multiplied by, one per column; empty for 1. */
    private final double[] scales;

    private ConstrainedPenalty(Penalty base, List<Constraint> constraints, double[] scales) {
        this.base = base;
        this.constraints = List.copyOf(constraints);
        this.scales = scales;
    }

    static ConstrainedPenalty of(Penalty penalty, List<Constraint> constraints) {
        return penalty instanceof ConstrainedPenalty constrained
                ? new ConstrainedPenalty(
                        constrained.base,
                        Stream.concat(constrained.constraints.stream(), constraints.stream())
                                .toList(),
                        constrained.scales)
                : new ConstrainedPenalty(penalty, constraints, new double[0]);
    }

    private ConstrainedPenalty with(Penalty other) {
        return new ConstrainedPenalty(other, constraints, scales);
    }

    @Override
    public String name() {
        return base.name();
    }

    @Override
    public String formula() {
        String where = constraints.stream().map(Constraint::toString).collect(Collectors.joining(", "));
        return (base.formula() + " subject to " + where).strip();
    }

    @Override
    public List<Constraint> constraints() {
        return constraints;
    }

    @Override
    public List<String> columns() {
        return Stream.concat(
                        base.columns().stream(),
                        constraints.stream().flatMap(c -> c.terms().stream()).map(Constraint.Term::column))
                .toList();
    }

    @Override
    public Penalty among(Features features) {
        List<Constraint> left = new ArrayList<>();
        for (Constraint constraint : constraints) {
            List<Constraint.Term> terms = constraint.among(features);
            if (!terms.isEmpty()) {
                left.add(new Constraint(terms, constraint.lower(), constraint.upper()));
            }
        }
        return new ConstrainedPenalty(base.among(features), left, scales);
    }

    @Override
    public Penalty shape() {
        return base.shape();
    }

    @Override
    public Penalty reshaped(Penalty shape) {
        return with(base.reshaped(shape));
    }

    @Override
    public Penalty factor(String column, double multiplier) {
        return with(base.factor(column, multiplier));
    }

    @Override
    public Penalty within(String columns, double lower, double upper) {
        return with(base.within(columns, lower, upper));
    }

    @Override
    public Penalty scaled(double[] columnScales) {
        return new ConstrainedPenalty(base.scaled(columnScales), constraints, columnScales.clone());
    }

    @Override
    public Prox at(double lambda, Features features) {
        return constrained(base.at(lambda, features), features);
    }

    @Override
    public Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        return constrained(base.adjusted(lambda, features, adjustments), features);
    }

    private Prox constrained(Prox prox, Features features) {
        if (!(prox instanceof SeparableProx separable) || base.shape() instanceof RelaxedPenalty) {
            throw new IllegalArgumentException("constraints on coefficients cannot be combined with the penalty "
                    + name() + "; none, ridge, lasso, enet and adaptive allow them");
        }
        return new ConstrainedProx(
                separable,
                constraints.stream().map(c -> c.row(features, scales)).toArray(double[][]::new),
                constraints.stream().mapToDouble(Constraint::lower).toArray(),
                constraints.stream().mapToDouble(Constraint::upper).toArray());
    }

    /**
     * That of the penalty without the constraints, with the multipliers of the null model in the gradient: coefficients
     * that are zero without constraints are allowed to be. With constraints they may be zero at smaller λ, too.
     */
    @Override
    public double lambdaMax(double[] nullGradient, Features features) {
        return base.lambdaMax(nullGradient, features);
    }
}
