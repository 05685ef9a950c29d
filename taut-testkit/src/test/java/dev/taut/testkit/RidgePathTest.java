package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.Design;
import dev.taut.design.StandardizedDesign;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Certificate;
import dev.taut.solver.Certificates;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solvers;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import org.junit.jupiter.api.Test;

/** Ridge at many λ from one factorization is ridge at each λ. */
class RidgePathTest {
    private static final double[] LAMBDAS = {30, 1, 0.1, 1e-2, 1e-4};
    private static final String DIRECT = "ridge at every lambda from one tridiagonal form of the ";
    private static final String REFUSED = "lost in its rounding";

    private static LambdaPath walk(PathProblem problem, Lambdas lambdas) {
        return Paths.walk(problem, lambdas, Stopping.DEFAULT, Observer.SILENT);
    }

    /** Tall, a bit taller than wide, wide. */
    private static RidgeDraw random(Draw draw) {
        return switch (draw.integer(0, 2)) {
            case 0 -> RidgeDraw.random(draw, draw.integer(40, 60), draw.integer(2, 15));
            case 1 -> RidgeDraw.random(draw, draw.integer(14, 20), 12);
            default -> RidgeDraw.random(draw, draw.integer(8, 20), draw.integer(25, 40));
        };
    }

    private static void assertSame(Coefficients found, Coefficients expected, double tolerance) {
        double size = 1;
        for (double value : expected.dense()) {
            size = Math.max(size, Math.abs(value));
        }
        assertThat(found.intercept(0)).isCloseTo(expected.intercept(0), within(tolerance * size));
        assertThat(found.dense()).containsExactly(expected.dense(), within(tolerance * size));
    }

    @Test
    void everyKnotIsLeastSquaresWithThePenaltyAsRows() {
        Seeds.each(60, draw -> {
            RidgeDraw ridge = random(draw);
            LambdaPath path = walk(ridge.problem(), Lambdas.of(LAMBDAS));
            assertThat(path.plan()).contains(DIRECT).doesNotContain(REFUSED);
            for (Knot knot : path) {
                assertSame(path.raw(knot), ridge.solution(knot.lambda()), 1e-9);
            }
        });
    }

    @Test
    void everyKnotIsTheGeneralSolvers() {
        Seeds.each(20, draw -> {
            RidgeDraw ridge = random(draw);
            LambdaPath path = walk(ridge.problem(), Lambdas.of(LAMBDAS));
            for (Knot knot : path) {
                Problem problem = at(ridge.problem(), path, knot);
                Coefficients general = Solvers.forProx(problem.prox())
                        .solve(problem, Start.cold(), Stopping.atGap(1e-22), Observer.SILENT)
                        .coefficients();
                assertSame(knot.coefficients(), general, 1e-10);
            }
        });
    }

    private static Problem at(PathProblem problem, LambdaPath path, Knot knot) {
        Design view = StandardizedDesign.of(problem.design(), path.standardization());
        return new Problem(
                view,
                problem.datafit(),
                problem.penalty().at(knot.lambda(), problem.features()),
                problem.offset(),
                problem.intercept());
    }

    @Test
    void everyKnotIsProvedAndAnIndependentCertificateAgrees() {
        Seeds.each(40, draw -> {
            RidgeDraw ridge = random(draw);
            LambdaPath path = walk(ridge.problem(), Lambdas.DEFAULT);
            assertThat(path.plan()).contains(DIRECT).doesNotContain(REFUSED);
            assertThat(path.knots()).hasSize(100);
            for (Knot knot : path) {
                Certificate certificate = knot.certificate();
                assertThat(certificate.converged()).isTrue();
                assertThat(certificate.relativeGap()).isBetween(0.0, 1e-9);
                Certificate other = Certificates.of(
                        at(ridge.problem(), path, knot), knot.coefficients(), certificate, Stopping.DEFAULT);
                double rounding = 1e-11 * certificate.scale();
                assertThat(other.objective()).isCloseTo(certificate.objective(), within(rounding));
                assertThat(other.gap()).isCloseTo(certificate.gap(), within(rounding));
                assertThat(other.violation())
                        .isCloseTo(certificate.violation(), within(1e-10 * Math.sqrt(certificate.scale())));
            }
        });
    }

    /** More than are solved at once. */
    @Test
    void longGridsAreSolvedLikeShortOnes() {
        Seeds.each(3, draw -> {
            RidgeDraw ridge = random(draw);
            LambdaPath path = walk(ridge.problem(), Lambdas.grid(300, 1e-5).and(0.1));
            assertThat(path.knots()).hasSize(301);
            for (Knot knot : path) {
                Knot alone =
                        walk(ridge.problem(), Lambdas.of(knot.lambda())).knots().get(0);
                assertThat(knot).isEqualTo(alone);
            }
        });
    }

    @Test
    void theScaleOfACertificateIsThatOfTheGeneralSolver() {
        Seeds.each(20, draw -> {
            RidgeDraw ridge = random(draw);
            Knot knot = walk(ridge.problem(), Lambdas.of(0.3)).knots().get(0);
            // A bound that never binds is enough to be refused the short way.
            PathProblem problem = ridge.problem();
            PathProblem bounded = new PathProblem(
                    problem.design(),
                    problem.features(),
                    problem.datafit(),
                    problem.penalty().within("x1", -1e6, 1e6),
                    problem.offset(),
                    problem.intercept(),
                    problem.standardize());
            LambdaPath iterated = walk(bounded, Lambdas.of(0.3));
            assertThat(iterated.plan()).doesNotContain(DIRECT);
            Knot general = iterated.knots().get(0);
            double scale = general.certificate().scale();
            assertThat(knot.certificate().scale()).isCloseTo(scale, within(1e-12 * scale));
            assertThat(knot.devianceExplained()).isCloseTo(general.devianceExplained(), within(1e-7));
        });
    }

    @Test
    void duplicatedColumnsShare() {
        Seeds.each(10, draw -> {
            RidgeDraw ridge = random(draw);
            double[][] columns = ridge.columns().clone();
            columns[1] = columns[0].clone();
            RidgeDraw twins = ridge.withColumns(columns);
            boolean same = ridge.factors()[0] == ridge.factors()[1] && ridge.factors()[0] > 0;
            LambdaPath path = walk(twins.problem(), Lambdas.of(LAMBDAS));
            for (Knot knot : path) {
                assertThat(knot.certificate().relativeGap()).isLessThanOrEqualTo(1e-9);
                if (same) {
                    double first = knot.coefficients().get(0, 0);
                    assertThat(knot.coefficients().get(1, 0)).isCloseTo(first, within(1e-10 * (1 + Math.abs(first))));
                }
            }
        });
    }

    @Test
    void constantTargetsAndConstantColumnsHaveZeros() {
        Seeds.each(10, draw -> {
            for (int p : new int[] {5, 12, 40}) {
                double[][] columns = draw.columns(15, p);
                java.util.Arrays.fill(columns[2], 4);
                RidgeDraw ridge = RidgeDraw.random(draw, 15, p).withColumns(columns);
                RidgeDraw plain =
                        new RidgeDraw(columns, ridge.y(), ridge.weights(), new double[0], ridge.factors(), true, true);
                for (Knot knot : walk(plain.problem(), Lambdas.of(LAMBDAS))) {
                    assertThat(knot.coefficients().get(2, 0))
                            .as("a constant column")
                            .isZero();
                    assertThat(knot.certificate().converged()).isTrue();
                }
                double[] constant = new double[15];
                java.util.Arrays.fill(constant, 7);
                LambdaPath path = walk(plain.withTarget(constant).problem(), Lambdas.of(LAMBDAS));
                for (Knot knot : path) {
                    assertThat(path.raw(knot).intercept(0)).isCloseTo(7, within(1e-12));
                    assertThat(path.raw(knot).dense()).containsExactly(new double[p], within(1e-12));
                }
            }
        });
    }

    @Test
    void columnsOfAnyScaleAreStandardized() {
        Seeds.each(10, draw -> {
            RidgeDraw random = random(draw);
            RidgeDraw ridge = new RidgeDraw(
                    random.columns(),
                    random.y(),
                    random.weights(),
                    random.offset(),
                    random.factors(),
                    random.intercept(),
                    true);
            double[][] scaled = new double[ridge.p()][ridge.n()];
            for (int j = 0; j < ridge.p(); j++) {
                for (int i = 0; i < ridge.n(); i++) {
                    scaled[j][i] = ridge.columns()[j][i] * (j % 2 == 0 ? 1e8 : 1e-8);
                }
            }
            LambdaPath path = walk(ridge.problem(), Lambdas.of(LAMBDAS));
            LambdaPath other = walk(ridge.withColumns(scaled).problem(), Lambdas.of(LAMBDAS));
            for (int k = 0; k < LAMBDAS.length; k++) {
                assertSame(
                        other.knots().get(k).coefficients(), path.knots().get(k).coefficients(), 1e-10);
            }
        });
    }

    /** A λ that rounding swallows, and none at all, are for a solver that factors for itself. */
    @Test
    void lostLambdasAreSolvedOtherwise() {
        Seeds.each(10, draw -> {
            RidgeDraw ridge = RidgeDraw.random(draw, 30, 6);
            LambdaPath path = walk(ridge.problem(), Lambdas.of(1, 1e-18, 0));
            assertThat(path.plan()).contains(DIRECT, "but for 2 " + REFUSED, "active-set");
            assertThat(path.knots())
                    .hasSize(3)
                    .allMatch(knot -> knot.certificate().converged());
            assertSame(path.raw(path.knots().get(2)), ridge.solution(0), 1e-9);
        });
    }

    /** Without standardization the large columns drown λ, not the answer. */
    @Test
    void rawColumnsOfWildScalesStayProved() {
        Seeds.each(10, draw -> {
            RidgeDraw random = RidgeDraw.random(draw, 30, 6);
            RidgeDraw ridge = new RidgeDraw(
                    random.columns(), random.y(), random.weights(), random.offset(), random.factors(), true, false);
            double[][] scaled = ridge.columns();
            for (int i = 0; i < 30; i++) {
                scaled[0][i] *= 1e8;
                scaled[1][i] *= 1e-8;
            }
            for (Knot knot : walk(ridge.problem(), Lambdas.of(LAMBDAS))) {
                assertThat(knot.certificate().relativeGap()).isLessThanOrEqualTo(1e-9);
            }
        });
    }

    @Test
    void theSmallerSideIsFactored() {
        Seeds.each(1, draw -> {
            assertThat(walk(RidgeDraw.random(draw, 9, 30).problem(), Lambdas.of(LAMBDAS))
                            .plan())
                    .startsWith(DIRECT)
                    .endsWith("kernel matrix of 9 rows");
            RidgeDraw tall = RidgeDraw.random(draw, 60, 7);
            assertThat(walk(
                                    new RidgeDraw(
                                                    tall.columns(),
                                                    tall.y(),
                                                    tall.weights(),
                                                    tall.offset(),
                                                    unit(7),
                                                    true,
                                                    true)
                                            .problem(),
                                    Lambdas.of(LAMBDAS))
                            .plan())
                    .startsWith(DIRECT)
                    .endsWith("Gram matrix of 7 columns");
        });
    }

    private static double[] unit(int length) {
        double[] unit = new double[length];
        java.util.Arrays.fill(unit, 1);
        return unit;
    }

    @Test
    void otherPenaltiesGoTheirOwnWay() {
        Seeds.each(1, draw -> {
            PathProblem ridge = RidgeDraw.random(draw, 30, 5).problem();
            for (Penalty other : new Penalty[] {
                Penalty.elasticNet(1e-3), Penalty.none(), Penalty.ridge().within("x1", 0, 1)
            }) {
                PathProblem problem = new PathProblem(
                        ridge.design(), ridge.features(), ridge.datafit(), other, ridge.offset(), true, true);
                assertThat(walk(problem, Lambdas.of(1)).plan()).doesNotContain(DIRECT);
            }
        });
    }
}
