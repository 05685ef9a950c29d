package dev.taut.svm;

import dev.taut.data.Task;
import dev.taut.loss.Target;
import dev.taut.recipe.Targets;
import java.util.Arrays;
import java.util.Random;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.jspecify.annotations.Nullable;

/**
 * What LIBSVM found, as plain data.
 *
 * @param vectors      support vectors, those of a class together
 * @param coefficients [classes − 1][vectors], or one row for numbers
 * @param rho          minus the intercept of every pair of classes, or of the one function
 * @param slopes       A of 1/(1 + exp(A·f + B)) for every pair; empty for numbers
 * @param intercepts   B of the same
 * @param labels       class codes in LIBSVM's order; empty for numbers
 * @param counts       support vectors per class in that order; empty for numbers
 */
public record Machine(
        double[][] vectors,
        double[][] coefficients,
        double[] rho,
        double[] slopes,
        double[] intercepts,
        int[] labels,
        int[] counts) {
    private static final double TOLERANCE = 1e-3;
    private static final double CACHE_MEGABYTES = 100;

    /** LIBSVM's own randomness is one for the whole process; it deals the inner folds of probabilities. */
    private static final Object RANDOMNESS = new Object();

    static {
        svm.svm_set_print_string_function(text -> {});
    }

    static Machine train(KernelSvm spec, Targets targets, double[][] x, Target target) {
        svm_problem problem = new svm_problem();
        problem.l = x.length;
        problem.x = Arrays.stream(x).map(Machine::nodes).toArray(svm_node[][]::new);
        problem.y = target instanceof Target.Classes classes
                ? Arrays.stream(classes.codes()).asDoubleStream().toArray()
                : target.numbers();
        int features = x.length == 0 ? 0 : x[0].length;
        svm_parameter parameter = parameter(spec.kernel().on(features), targets.task());
        parameter.C = spec.c();
        parameter.p = spec.epsilon();
        parameter.eps = TOLERANCE;
        parameter.cache_size = CACHE_MEGABYTES;
        parameter.shrinking = 1;
        boolean calibrated = spec.calibrated() && targets.task().isClassification();
        parameter.probability = calibrated ? 1 : 0;
        parameter.weight_label = new int[0];
        parameter.weight = new double[0];
        svm_model model = calibrated ? calibrated(problem, parameter, spec.seed()) : svm.svm_train(problem, parameter);
        return new Machine(
                Arrays.stream(model.SV).map(nodes -> values(nodes, features)).toArray(double[][]::new),
                model.sv_coef,
                model.rho,
                given(model.probA),
                given(model.probB),
                given(model.label),
                given(model.nSV));
    }

    private static svm_model calibrated(svm_problem problem, svm_parameter parameter, long seed) {
        synchronized (RANDOMNESS) {
            svm.rand.setSeed(new Random(seed).nextLong());
            return svm.svm_train(problem, parameter);
        }
    }

    private static svm_parameter parameter(Kernel kernel, Task task) {
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = task.isClassification() ? svm_parameter.C_SVC : svm_parameter.EPSILON_SVR;
        parameter.kernel_type = switch (kernel.shape()) {
            case LINEAR -> svm_parameter.LINEAR;
            case RBF -> svm_parameter.RBF;
            case POLY -> svm_parameter.POLY;
        };
        parameter.gamma = kernel.gamma();
        parameter.degree = kernel.degree();
        parameter.coef0 = kernel.constant();
        return parameter;
    }

    /** LIBSVM leaves out what a machine has not. */
    private static double[] given(double @Nullable [] values) {
        return values == null ? new double[0] : values;
    }

    private static int[] given(int @Nullable [] values) {
        return values == null ? new int[0] : values;
    }

    private static svm_node[] nodes(double[] row) {
        svm_node[] nodes = new svm_node[row.length];
        for (int j = 0; j < row.length; j++) {
            nodes[j] = new svm_node();
            nodes[j].index = j + 1;
            nodes[j].value = row[j];
        }
        return nodes;
    }

    private static double[] values(svm_node[] nodes, int features) {
        double[] values = new double[features];
        for (svm_node node : nodes) {
            values[node.index - 1] = node.value;
        }
        return values;
    }

    /** Whether classes have probabilities. */
    boolean isCalibrated() {
        return slopes.length > 0;
    }

    /** The predicted numbers, K blocks of class probabilities in the order of the class codes, or decision values for two. */
    double[] predict(Kernel kernel, Task task, double[][] x) {
        svm_model model = model(kernel, task);
        int n = x.length;
        int k = labels.length;
        if (k > 0 && !isCalibrated()) {
            // LIBSVM's values are positive for the class that it met first.
            double sign = labels[0] == 1 ? 1 : -1;
            return Arrays.stream(decisionValues(kernel, task, x))
                    .mapToDouble(values -> sign * values[0])
                    .toArray();
        }
        double[] out = new double[n * Math.max(k, 1)];
        for (int i = 0; i < n; i++) {
            if (k == 0) {
                out[i] = svm.svm_predict(model, nodes(x[i]));
                continue;
            }
            double[] probabilities = new double[k];
            svm.svm_predict_probability(model, nodes(x[i]), probabilities);
            for (int at = 0; at < k; at++) {
                out[labels[at] * n + i] = probabilities[at];
            }
        }
        return out;
    }

    /** Σ coefficient·k(vector, x) − ρ of every pair of classes, or of the one function: [row][pair]. */
    double[][] decisionValues(Kernel kernel, Task task, double[][] x) {
        svm_model model = model(kernel, task);
        double[][] values = new double[x.length][rho.length];
        for (int i = 0; i < x.length; i++) {
            svm.svm_predict_values(model, nodes(x[i]), values[i]);
        }
        return values;
    }

    private svm_model model(Kernel kernel, Task task) {
        svm_model model = new svm_model();
        model.param = parameter(kernel, task);
        model.nr_class = Math.max(labels.length, 2);
        model.l = vectors.length;
        model.SV = Arrays.stream(vectors).map(Machine::nodes).toArray(svm_node[][]::new);
        model.sv_coef = coefficients;
        model.rho = rho;
        model.probA = slopes;
        model.probB = intercepts;
        model.label = labels;
        model.nSV = counts;
        return model;
    }
}
