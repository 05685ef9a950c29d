package dev.taut.scale;

import java.util.List;

/**
 * Tribuo: ElasticNetCDTrainer minimises what scikit-learn's ElasticNet does, always with an intercept; its other linear
 * trainers penalise theirs.
 */
record Tribuo() implements Library {
    @Override
    public Equivalent under(Circumstances c, Mix mix) {
        if (c.classes()) {
            return new Equivalent.None("always penalises its intercept");
        }
        if (!c.squared() || mix == Mix.RIDGE) {
            return new Equivalent.None("is not translated for this loss with this penalty");
        }
        if (!c.intercept()) {
            return new Equivalent.None("always fits an intercept");
        }
        if (!c.sample().equalWeights()) {
            return new Equivalent.None("has no case weights here");
        }
        return Translation.of(Dial.STRENGTH_AND_SHARE, mix, List.of("alpha", "l1Ratio"), 1, 1)
                .called("new ElasticNetCDTrainer({alpha}, {l1Ratio})" + (c.standardize() ? "   on scaled columns" : ""))
                .unpenalised("no call: alpha must be > 0");
    }
}
