package dev.taut.neural;

import dev.taut.data.Dataset;
import dev.taut.neural.layer.Activation;
import dev.taut.neural.layer.BatchNorm;
import dev.taut.neural.layer.Dense;
import dev.taut.neural.layer.Dropout;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.model.Inputs;
import dev.taut.neural.net.Mixing;
import dev.taut.neural.net.Net;
import dev.taut.neural.penalty.Regularizer;
import dev.taut.neural.penalty.Where;
import dev.taut.neural.train.Descent;
import dev.taut.neural.train.Ending;
import dev.taut.neural.train.Optimizer;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Recipe;
import java.util.Arrays;
import java.util.List;

/**
 * A multilayer perceptron for tables: numbers, counts and classes, from numeric and categorical columns through a {@link Recipe}.
 * The loss is the one that suits the task. Immutable; {@code fit} never changes it.
 *
 * <p>By default: rectifiers, dropout 0.1, Adam at 0.003 with a cosine, weight decay 0.01, batches of 64 rows, 100 epochs at most, and
 * early stopping on 15 % of the rows with patience 10.
 *
 * @param recipe     how a table becomes numbers, which are then standardized
 * @param hidden     neurons of every hidden layer; none for a line
 * @param activation after every hidden layer
 * @param batchNorm  whether there is one before every activation
 * @param dropout    after every activation, in [0, 1)
 * @param learning   how it learns
 */
public record Mlp(
        Recipe recipe,
        List<Integer> hidden,
        Activation activation,
        boolean batchNorm,
        double dropout,
        Learning learning)
        implements NetLearner {
    public Mlp {
        hidden = List.copyOf(hidden);
    }

    /** With hidden layers of these sizes, and all else by default. */
    public static Mlp of(int... hidden) {
        Descent descent = Descent.of(100, 64).optimizer(Optimizer.adam(3e-3));
        Learning learning = new Learning(
                descent,
                List.of(new Regularizer.Decay(Where.weights(), 0.01)),
                Mixing.NONE,
                0,
                Ending.PLAIN.patience(10),
                0.15,
                0,
                1);
        return new Mlp(
                Recipe.standard(), Arrays.stream(hidden).boxed().toList(), Activation.RELU, false, 0.1, learning);
    }

    public Mlp recipe(Recipe chosen) {
        return new Mlp(chosen, hidden, activation, batchNorm, dropout, learning);
    }

    public Mlp activation(Activation chosen) {
        return new Mlp(recipe, hidden, chosen, batchNorm, dropout, learning);
    }

    public Mlp batchNorm(boolean wanted) {
        return new Mlp(recipe, hidden, activation, wanted, dropout, learning);
    }

    public Mlp dropout(double rate) {
        return new Mlp(recipe, hidden, activation, batchNorm, rate, learning);
    }

    public Mlp learning(Learning chosen) {
        return new Mlp(recipe, hidden, activation, batchNorm, dropout, chosen);
    }

    /** With λ · penalty on all weights besides. */
    public Mlp penalty(Penalty penalty, double lambda) {
        return penalty(Where.weights(), penalty, lambda);
    }

    /** With λ · penalty on some parameters besides. */
    public Mlp penalty(Where where, Penalty penalty, double lambda) {
        return learning(learning.with(new Regularizer.Penalised(where, penalty, lambda)));
    }

    /** Judged by this share of the rows, and stopped when they have not been predicted better for so many epochs. */
    public Mlp earlyStopping(double share, int patience) {
        return learning(learning.validation(share).ending(learning.ending().patience(patience)));
    }

    public Mlp seed(long seed) {
        return learning(learning.seed(seed));
    }

    @Override
    public Inputs inputs(Dataset training) {
        return Inputs.features(recipe.fit(training), training.table());
    }

    @Override
    public Net net(Shape input, int outputs) {
        Net net = new Net(input, List.of());
        for (int units : hidden) {
            net = net.then(Dense.of(units));
            net = batchNorm ? net.then(new BatchNorm()) : net;
            net = net.then(activation);
            net = dropout > 0 ? net.then(Dropout.of(dropout)) : net;
        }
        return net.output(outputs);
    }
}
