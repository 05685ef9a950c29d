/** Tables, recipes, studies and the door of the library. */
module dev.taut.learn {
    requires static org.jspecify;
    requires transitive dev.taut.core;
    requires tools.jackson.databind;
    requires libsvm;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.lucene.core;

    uses dev.taut.ModelFormat;

    exports dev.taut;
    exports dev.taut.check;
    exports dev.taut.compare;
    exports dev.taut.data;
    exports dev.taut.finding;
    exports dev.taut.fold;
    exports dev.taut.knockoff;
    exports dev.taut.metric;
    exports dev.taut.tuning;
    exports dev.taut.recipe;
    exports dev.taut.run;
    exports dev.taut.scale;
    exports dev.taut.stability;
    exports dev.taut.study;
    exports dev.taut.svm;
    exports dev.taut.text;
}
