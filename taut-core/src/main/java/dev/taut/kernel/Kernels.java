package dev.taut.kernel;

import java.util.Optional;

/**
 * Which twins of the inner loops are used: those of the Vector API where the JVM was started with
 * {@code --add-modules jdk.incubator.vector} and the machine has vectors of 256 bits or more, else those of plain Java.
 * Chosen once, when the first of them is called.
 *
 * <p>Only loops that gain have a twin, by {@code bench/kernels} on Java 17 and 25: sums of products, v += a·x, and Gram
 * matrices of many rows. Combinations of several vectors have none: what the JIT makes of the plain loop is faster.
 */
public final class Kernels {
    static final Loops LOOPS = vector().orElseGet(ScalarLoops::new);
    static final FloatLoops FLOAT_LOOPS = vectorFloats().orElseGet(ScalarFloatLoops::new);

    private Kernels() {}

    /** What was chosen, in a few words: {@code plain Java} or {@code Vector API, 512 bits}. */
    public static String chosen() {
        return LOOPS.name();
    }

    /** The twins of the Vector API for floats, under the same conditions. */
    static Optional<FloatLoops> vectorFloats() {
        return vector().map(present -> new VectorFloatLoops());
    }

    /** The twins of the Vector API, if this JVM and this machine have it. */
    static Optional<Loops> vector() {
        Module own = Kernels.class.getModule();
        // The class that imports the Vector API is not touched, and so not linked, unless its module is there.
        return ModuleLayer.boot()
                .findModule("jdk.incubator.vector")
                .filter(own::canRead)
                .flatMap(module -> VectorLoops.ofThisMachine());
    }
}
