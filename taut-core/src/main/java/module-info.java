/** The engine: losses, penalties, solvers and paths over plain arrays, free of dependencies. */
module dev.taut.core {
    requires static transitive org.jspecify;
    // Used where a JVM is started with it: dev.taut.kernel.Kernels.
    requires static jdk.incubator.vector;

    exports dev.taut.design;
    exports dev.taut.glmnet;
    exports dev.taut.kernel;
    exports dev.taut.loss;
    exports dev.taut.path;
    exports dev.taut.penalty;
    exports dev.taut.solver;
}
