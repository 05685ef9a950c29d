package dev.taut.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.penalty.Penalty;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where most columns are proved inactive without being read, certificates are those of a pass over all of them. */
class WideCertificatesTest {
    private static final int ROWS = 50;
    private static final int COLUMNS = 1200;

    private final Random random = new Random(11);

    private double[][] columns(boolean sparse) {
        double[][] columns = new double[COLUMNS][ROWS];
        for (double[] column : columns) {
            for (int i = 0; i < ROWS; i++) {
                column[i] = sparse && random.nextInt(5) > 0 ? 0 : random.nextGaussian();
            }
        }
        return columns;
    }

    private static Penalty penalty(String name) {
        return switch (name) {
            case "lasso" -> Penalty.lasso();
            case "free" -> Penalty.lasso().free("x1", "x2");
            case "bounded" -> Penalty.lasso().within("*", 0, 0.4);
            default -> Penalty.elasticNet(0.5);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "squared,  false, lasso,   true",
        "squared,  true,  lasso,   false",
        "squared,  false, free,    true",
        "squared,  false, bounded, true",
        "squared,  true,  enet,    true",
        "logistic, false, lasso,   true",
        "logistic, true,  lasso,   false",
        "logistic, false, bounded, true",
        "poisson,  false, enet,    true",
    })
    void agreeWithAPassOverAllColumns(String loss, boolean sparse, String name, boolean intercept) {
        double[][] columns = columns(sparse);
        Design design = sparse ? SparseDesign.ofColumns(ROWS, columns) : DenseDesign.ofColumns(ROWS, columns);
        double[] weights = IntStream.range(0, ROWS)
                .mapToDouble(i -> i % 9 == 0 ? 0 : 0.5 + random.nextDouble())
                .toArray();
        double[] y = IntStream.range(0, ROWS)
                .mapToDouble(i -> {
                    double eta = columns[0][i] - columns[1][i] + 0.5 * random.nextGaussian();
                    return loss.equals("squared")
                            ? eta
                            : loss.equals("logistic") ? (eta > 0 ? 1 : 0) : Math.rint(Math.exp(eta));
                })
                .toArray();
        Datafit datafit = Losses.named(loss).on(Target.of(y), weights);
        Features features = Features.numbered(COLUMNS);
        Solver solver = Solvers.forProx(penalty(name).at(1, features));
        Start start = Start.cold();
        for (double lambda = 0.3; lambda > 0.02; lambda *= 0.8) {
            Problem problem =
                    new Problem(design, datafit, penalty(name).at(lambda, features), new double[0], intercept);
            Solution solution = solver.solve(problem, start.at(lambda), Stopping.DEFAULT, Observer.SILENT);
            Certificate certificate = solution.certificate();
            assertThat(certificate.converged()).as("λ = %s", lambda).isTrue();
            Certificate afresh = Certificates.of(problem, solution.coefficients(), certificate, Stopping.atGap(2e-9));
            assertThat(afresh.converged())
                    .as("λ = %s: gap %s", lambda, afresh.gap())
                    .isTrue();
            assertThat(afresh.objective()).isCloseTo(certificate.objective(), within(1e-12));
            assertThat(afresh.violation()).isCloseTo(certificate.violation(), within(1e-12));
            start = Start.from(solution.coefficients());
        }
    }
}
