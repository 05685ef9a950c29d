package dev.taut.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Certificate;
import dev.taut.solver.Certificates;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Problem;
import dev.taut.solver.Stopping;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What coefficients are far from is told as by the certificates of every other solver. */
class RidgeCertificatesTest {
    private static final double[] LAMBDAS = {50, 10, 1e-3};

    @ParameterizedTest
    @CsvSource({"30, 7", "12, 40", "9, 9"})
    void gapsAwayFromTheSolutionAreThoseOfTheGeneralCertifier(int n, int p) {
        Random random = new Random(n);
        double[][] columns = new double[p][];
        for (int j = 0; j < p; j++) {
            columns[j] = random.doubles(n, -1, 2).toArray();
        }
        Design design = DenseDesign.ofColumns(n, columns);
        Datafit datafit = Losses.squared()
                .on(
                        Target.of(random.doubles(n, -3, 3).toArray()),
                        random.doubles(n, 0, 2).toArray());
        Penalty penalty = Penalty.ridge().factor("x1", 3).free("x2");
        double[] offset = random.doubles(n, -1, 1).toArray();
        Features features = Features.numbered(p);
        Problem unit = new Problem(design, datafit, penalty.at(1, features), offset, true);
        Shrunken shrunken = new Shrunken(unit);
        Certificate none = new Certificate(1, 0, 1, 0, 0, true);
        double[][] u = new double[shrunken.size()][];
        for (int k = 0; k < u.length; k++) {
            u[k] = random.doubles(LAMBDAS.length, -0.05, 0.05).toArray();
        }
        List<Coefficients> coefficients = shrunken.coefficients(u, LAMBDAS.length);
        List<Certificate> found = new RidgeCertificates(shrunken, none).of(u, coefficients, LAMBDAS, Stopping.DEFAULT);
        for (int b = 0; b < LAMBDAS.length; b++) {
            Problem problem = new Problem(design, datafit, penalty.at(LAMBDAS[b], features), offset, true);
            Certificate general = Certificates.of(problem, coefficients.get(b), none, Stopping.DEFAULT);
            assertThat(general.gap()).as("a gap worth comparing").isGreaterThan(1e-2);
            boolean trivial = found.get(b).gap() == found.get(b).objective();
            assertThat(trivial).as("bounded by 0 alone").isEqualTo(LAMBDAS[b] < 1);
            assertThat(found.get(b).objective()).isCloseTo(general.objective(), within(1e-12 * general.objective()));
            assertThat(found.get(b).gap()).isCloseTo(general.gap(), within(1e-10 * general.gap()));
            assertThat(found.get(b).violation()).isCloseTo(general.violation(), within(1e-11));
            assertThat(found.get(b).converged()).isFalse();
        }
    }

    /** Free coefficients that are not the best for u show in gap and violation. */
    @ParameterizedTest
    @CsvSource({"30, 7", "12, 40"})
    void missedFreeCoefficientsCount(int n, int p) {
        Random random = new Random(n);
        double[][] columns = new double[p][];
        for (int j = 0; j < p; j++) {
            columns[j] = random.doubles(n, -1, 2).toArray();
        }
        Datafit datafit = Losses.squared().on(Target.of(random.doubles(n, -3, 3).toArray()));
        Features features = Features.numbered(p);
        Problem unit = Problem.of(
                DenseDesign.ofColumns(n, columns),
                datafit,
                Penalty.ridge().free("x2").at(1, features));
        Shrunken shrunken = new Shrunken(unit);
        double[] lambda = {1};
        double[][] u = RidgeFactor.of(shrunken)
                .minimisers(List.of(RidgeFactor.of(shrunken).form().plus(1)));
        Coefficients solution = shrunken.coefficients(u, 1).get(0);
        Certificate none = new Certificate(1, 0, 1, 0, 0, true);
        RidgeCertificates certificates = new RidgeCertificates(shrunken, none);
        Certificate best =
                certificates.of(u, List.of(solution), lambda, Stopping.DEFAULT).get(0);
        Coefficients away = Coefficients.of(p, new double[] {solution.intercept(0) + 0.1}, solution.dense());
        Certificate worse =
                certificates.of(u, List.of(away), lambda, Stopping.DEFAULT).get(0);
        assertThat(best.gap()).isLessThan(1e-20);
        assertThat(worse.objective() - best.objective()).isCloseTo(0.005, within(1e-12));
        assertThat(worse.gap()).isCloseTo(0.005, within(1e-12));
        assertThat(worse.violation()).isGreaterThan(0.09);
    }
}
