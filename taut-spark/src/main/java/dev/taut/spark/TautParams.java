package dev.taut.spark;

import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The columns and settings that an estimator and its model share; what each means, its documentation says. */
final class TautParams {
    final Param<String> featuresCol;
    final Param<String> labelCol;
    final Param<String> predictionCol;
    final Param<String> weightCol;
    final Param<String> foldCol;
    final Param<String> penalty;
    final Param<String> rule;
    final DoubleParam lambda;
    final IntParam lambdas;
    final IntParam folds;
    final LongParam seed;
    final BooleanParam standardize;
    final BooleanParam intercept;

    TautParams(Params parent) {
        featuresCol = new Param<>(parent, "featuresCol", "column of feature vectors, dense or sparse");
        labelCol = new Param<>(parent, "labelCol", "column of numbers to be predicted");
        predictionCol = new Param<>(parent, "predictionCol", "column for predictions");
        weightCol = new Param<>(parent, "weightCol", "column of row weights >= 0; empty for none");
        foldCol = new Param<>(
                parent, "foldCol", "column of fold numbers from 0; empty: dealt by a hash of the row's numbers");
        penalty = new Param<>(parent, "penalty", "lasso, ridge, enet:L1RATIO, mcp, scad ... : Taut's names");
        rule = new Param<>(parent, "rule", "min or 1se: which point of the cross-validation curve");
        lambda = new DoubleParam(parent, "lambda", "strength >= 0; not set: chosen by cross-validation");
        lambdas = new IntParam(parent, "lambdas", "values of lambda along the path");
        folds = new IntParam(parent, "folds", "folds of the cross-validation");
        seed = new LongParam(parent, "seed", "seed of the folds");
        standardize = new BooleanParam(parent, "standardize", "scale columns to standard deviation 1");
        intercept = new BooleanParam(parent, "intercept", "fit an intercept, which is not penalised");
        parent.setDefault(featuresCol, "features");
        parent.setDefault(labelCol, "label");
        parent.setDefault(predictionCol, "prediction");
        parent.setDefault(weightCol, "");
        parent.setDefault(foldCol, "");
        parent.setDefault(penalty, "lasso");
        parent.setDefault(rule, "1se");
        parent.setDefault(lambdas, 100);
        parent.setDefault(folds, 10);
        parent.setDefault(seed, 42L);
        parent.setDefault(standardize, true);
        parent.setDefault(intercept, true);
    }

    /** All of them, in the order of their names as Spark keeps them. */
    List<Param<?>> all() {
        return List.of(
                featuresCol,
                labelCol,
                predictionCol,
                weightCol,
                foldCol,
                penalty,
                rule,
                lambda,
                lambdas,
                folds,
                seed,
                standardize,
                intercept);
    }
}
