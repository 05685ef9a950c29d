package dev.taut.design;

import java.util.Arrays;
import java.util.function.Consumer;

/** Another basis for the coefficients of a single output: θ = Bβ with B invertible, as an operation in place. */
public interface Basis {
    /** p. */
    int size();

    /** θ = Bβ, in place. */
    void forward(double[] beta);

    /** β = B⁻¹θ, in place. */
    void inverse(double[] theta);

    /** B⁻ᵀg, in place: what becomes of a gradient, and of a row of X, whose product with β is that with θ. */
    void inverseTransposed(double[] g);

    /** Bᵀg, in place: what a gradient with respect to θ is with respect to β. */
    void forwardTransposed(double[] g);

    /** Bβ for coefficients of several outputs, in blocks of p. */
    default double[] forwardAll(double[] beta) {
        return blockwise(beta, this::forward);
    }

    /** B⁻¹θ for coefficients of several outputs, in blocks of p. */
    default double[] inverseAll(double[] theta) {
        return blockwise(theta, this::inverse);
    }

    /** B⁻ᵀg for gradients of several outputs, in blocks of p. */
    default double[] inverseTransposedAll(double[] g) {
        return blockwise(g, this::inverseTransposed);
    }

    /** Bᵀg for gradients of several outputs, in blocks of p. */
    default double[] forwardTransposedAll(double[] g) {
        return blockwise(g, this::forwardTransposed);
    }

    private double[] blockwise(double[] all, Consumer<double[]> operation) {
        double[] out = new double[all.length];
        for (int at = 0; at < all.length; at += size()) {
            double[] block = Arrays.copyOfRange(all, at, at + size());
            operation.accept(block);
            System.arraycopy(block, 0, out, at, size());
        }
        return out;
    }
}
