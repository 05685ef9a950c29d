package dev.taut.bench;

import java.util.Optional;
import java.util.function.Supplier;

/** A package under the stop watch. Its constructor takes the tolerance, in the package's own terms. */
public interface Contestant {
    /** Why the package cannot solve this workload; empty if it can. */
    default Optional<String> refusal(Workload workload) {
        return Optional.empty();
    }

    /** Puts the data into the package's own form. Not timed. */
    void load(Workload workload) throws Exception;

    /** Solves for these λ, strongest first, and hands on each solution, until told to stop. Timed. */
    void fit(double[] lambdas, Knots knots) throws Exception;

    /** Takes the coefficients of one λ after another, in the order in which the λ were given. */
    interface Knots {
        /**
         * Whether there is time for more.
         *
         * @param coefficients asked after the watch has stopped, so that a sparse answer need not be unpacked on time
         */
        boolean add(Supplier<double[]> coefficients);
    }
}
