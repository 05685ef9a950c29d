package dev.taut.knockoff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far each copy is kept from its column: s with 0 ≤ sⱼ ≤ 1 and diag(s) ⪯ 2Σ for a correlation matrix Σ. Column and
 * copy then have the correlation 1 − sⱼ; the larger s, the easier a column is told from its copy.
 */
public enum Separation {
    /**
     * max log det(2Σ − diag(s)) + Σ log sⱼ: the copies from which columns are the hardest to reconstruct (Gimenez and Zou
     * 2019; Spector and Janson 2022). It keeps power where {@link #SDP}, by making 2Σ − diag(s) singular, may lose all.
     */
    ENTROPY("entropy") {
        @Override
        double[] of(double[][] correlation) {
            return new Barrier(correlation, false).maximise(0, start(correlation));
        }
    },
    /** max Σ sⱼ (Barber and Candès 2015, section 2.1.1), to a proved gap of 10⁻⁵ in the mean. */
    SDP("sdp") {
        @Override
        double[] of(double[][] correlation) {
            Barrier barrier = new Barrier(correlation, true);
            double[] s = start(correlation);
            // The sum is within 3p/t of the optimum at the maximum for t: p for the matrix, p for each bound.
            for (double t = 1; t < 1e7; t *= 8) {
                s = barrier.maximise(t, s);
            }
            return s;
        }
    },
    /** All sⱼ = min(2λ_min(Σ), 1), the smallest eigenvalue of Σ. */
    EQUAL("equal") {
        @Override
        double[] of(double[][] correlation) {
            double[] s = new double[correlation.length];
            Arrays.fill(s, Math.min(2 * smallestEigenvalue(correlation), 1));
            return s;
        }
    };

    private static final int HALVINGS = 50;

    private final String word;

    Separation(String word) {
        this.word = word;
    }

    /** As on the command line. */
    public String word() {
        return word;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Separation::word).toList();
    }

    public static Separation named(String word) {
        return Arrays.stream(values())
                .filter(s -> s.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no separation is called " + word));
    }

    /** The s of a positive definite correlation matrix. */
    abstract double[] of(double[][] correlation);

    /** A point strictly inside. */
    static double[] start(double[][] correlation) {
        double[] s = new double[correlation.length];
        Arrays.fill(s, Math.min(smallestEigenvalue(correlation), 0.5));
        return s;
    }

    /** From below, in (0, 1], by bisection: Σ − tI is positive definite. */
    static double smallestEigenvalue(double[][] correlation) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS && high - low > 1e-10 * high; i++) {
            double middle = (low + high) / 2;
            if (shifted(correlation, middle).isPresent()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Optional<Factor> shifted(double[][] correlation, double shift) {
        double[][] a = new double[correlation.length][];
        for (int i = 0; i < a.length; i++) {
            a[i] = correlation[i].clone();
            a[i][i] -= shift;
        }
        return Factor.of(a);
    }
}
