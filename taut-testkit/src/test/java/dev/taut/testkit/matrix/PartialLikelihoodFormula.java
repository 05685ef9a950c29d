package dev.taut.testkit.matrix;

import java.util.Arrays;

/**
 * Minus the log partial likelihood, event time by event time: Σ w (log Σⱼ wⱼe^ηⱼ − η) after Breslow, and after Efron with the
 * l-th of d tied events seeing the others as l/d gone, each with the mean weight.
 */
record PartialLikelihoodFormula(boolean efron) implements LossFormula {
    @Override
    public double at(Observed seen, double[] weights, double[] eta, double[] nuisance, double[] slopes) {
        Arrays.fill(slopes, 0);
        double sum = 0;
        for (int i = 0; i < eta.length; i++) {
            if (isFirstOfItsTime(seen, weights, i)) {
                sum += atTime(seen, weights, eta, i, slopes);
            }
        }
        return sum;
    }

    private static boolean isEvent(Observed seen, double[] weights, int i) {
        return seen.events()[i] && weights[i] > 0;
    }

    private static boolean together(Observed seen, int i, int j) {
        boolean sameStratum = seen.strata().length == 0 || seen.strata()[i] == seen.strata()[j];
        return sameStratum && seen.y()[i] == seen.y()[j];
    }

    private static boolean isFirstOfItsTime(Observed seen, double[] weights, int i) {
        for (int j = 0; j < i; j++) {
            if (isEvent(seen, weights, j) && together(seen, i, j)) {
                return false;
            }
        }
        return isEvent(seen, weights, i);
    }

    private static boolean atRisk(Observed seen, int i, int event) {
        boolean sameStratum = seen.strata().length == 0 || seen.strata()[i] == seen.strata()[event];
        boolean entered = seen.starts().length == 0 || seen.starts()[i] < seen.y()[event];
        return sameStratum && entered && seen.y()[event] <= seen.y()[i];
    }

    private double atTime(Observed seen, double[] weights, double[] eta, int event, double[] slopes) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < eta.length; i++) {
            most = atRisk(seen, i, event) && weights[i] > 0 ? Math.max(most, eta[i]) : most;
        }
        double sum = 0;
        double risk = 0;
        double dying = 0;
        double mass = 0;
        int deaths = 0;
        for (int i = 0; i < eta.length; i++) {
            risk += atRisk(seen, i, event) && weights[i] > 0 ? weights[i] * Math.exp(eta[i] - most) : 0;
            if (isEvent(seen, weights, i) && together(seen, i, event)) {
                dying += weights[i] * Math.exp(eta[i] - most);
                mass += weights[i];
                deaths++;
                sum -= weights[i] * eta[i];
                slopes[i] -= weights[i];
            }
        }
        int terms = efron ? deaths : 1;
        for (int l = 0; l < terms; l++) {
            double gone = (double) l / terms;
            double left = risk - gone * dying;
            sum += mass / terms * (most + Math.log(left));
            for (int i = 0; i < eta.length; i++) {
                boolean dies = isEvent(seen, weights, i) && together(seen, i, event);
                double share = atRisk(seen, i, event) ? 1 - (dies ? gone : 0) : 0;
                double relative = share == 0 || weights[i] == 0 ? 0 : share * weights[i] * Math.exp(eta[i] - most);
                slopes[i] += mass / terms * relative / left;
            }
        }
        return sum;
    }
}
