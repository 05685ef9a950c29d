/** Neural networks for tables and images, with the penalties of lines. */
module dev.taut.neural {
    requires static org.jspecify;
    requires transitive dev.taut.learn;
    requires tools.jackson.databind;

    exports dev.taut.neural.layer;
    exports dev.taut.neural.loss;
    exports dev.taut.neural.net;
    exports dev.taut.neural.penalty;
    exports dev.taut.neural.train;
}
