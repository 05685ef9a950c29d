package dev.taut.path;

import dev.taut.kernel.Bundles;
import dev.taut.kernel.Vectors;
import dev.taut.solver.Certificate;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Stopping;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificates of ridge solutions at several λ in two passes over X for all of them.
 *
 * <p>With the residual s = √w(y − offset − η) of the coefficients and r = Ps, the dual value of r is
 * ⟨r, t⟩ − ½‖r‖² − ‖Zᵀr‖²/2λ, and since t = r + Zu the gap is ‖Uᵀs‖²/2 + ‖Zᵀr − λu‖²/2λ: nothing cancels, where the
 * difference of objective and dual value would end at their rounding.
 */
final class RidgeCertificates {
    private final Shrunken shrunken;
    /** Of the null model; its scale is that of every certificate. */
    private final Certificate none;

    RidgeCertificates(Shrunken shrunken, Certificate none) {
        this.shrunken = shrunken;
        this.none = none;
    }

    /**
     * @param u            what is penalised, one vector per λ
     * @param coefficients the solutions that go with it
     */
    List<Certificate> of(double[][] u, List<Coefficients> coefficients, double[] lambdas, Stopping stopping) {
        int width = lambdas.length;
        double[][] residuals = shrunken.residuals(u, coefficients);
        double[] losses = new double[width];
        double[][] missed = new double[width][];
        for (int b = 0; b < width; b++) {
            double[] residual = Bundles.vector(residuals, b);
            losses[b] = Vectors.dot(residual, residual) / 2;
            missed[b] = shrunken.unpenalised().project(residual);
            Bundles.set(residuals, b, residual);
        }
        double[][] correlations = shrunken.correlations(residuals, width);
        List<Certificate> certificates = new ArrayList<>();
        for (int b = 0; b < width; b++) {
            double goal = stopping.relativeGap() * none.scale();
            certificates.add(certificate(u, correlations, b, lambdas[b], losses[b], missed[b], goal));
        }
        return certificates;
    }

    private Certificate certificate(
            double[][] u, double[][] correlations, int b, double lambda, double loss, double[] missed, double goal) {
        double norm = 0;
        double distance = 0;
        double violation = shrunken.unpenalised().largestProduct(missed);
        for (int k = 0; k < u.length; k++) {
            double off = correlations[k][b] - lambda * u[k][b];
            norm += u[k][b] * u[k][b];
            distance += off * off;
            violation = Math.max(violation, Math.abs(off) * shrunken.root(k));
        }
        double objective = loss + lambda / 2 * norm;
        // No objective is below 0: close to interpolation a better bound than a residual that is all rounding.
        double gap = Math.min(objective, Vectors.dot(missed, missed) / 2 + distance / (2 * lambda));
        return new Certificate(objective, gap, none.scale(), violation, 1, gap <= goal);
    }
}
