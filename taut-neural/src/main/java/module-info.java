/** Neural networks for tables and images, with the penalties of lines. */
module dev.taut.neural {
    requires static org.jspecify;
    requires transitive dev.taut.learn;
    requires tools.jackson.databind;

    provides dev.taut.ModelFormat with
            dev.taut.neural.model.NetFile;

    opens dev.taut.neural.file to
            tools.jackson.databind;
    opens dev.taut.neural.model to
            tools.jackson.databind;

    exports dev.taut.neural;
    exports dev.taut.neural.file;
    exports dev.taut.neural.image;
    exports dev.taut.neural.layer;
    exports dev.taut.neural.loss;
    exports dev.taut.neural.model;
    exports dev.taut.neural.net;
    exports dev.taut.neural.penalty;
    exports dev.taut.neural.train;
}
