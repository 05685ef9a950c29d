package dev.taut.report.section;

import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Tag;

/** The words of this page, one sentence each. */
final class GlossaryChapter {
    private static final String[][] TERMS = {
        {"λ (lambda)", "overall strength of the penalty: 0 is none, large forces every coefficient to zero"},
        {"lasso, L1", "penalty on the sum of absolute coefficients: weak features get exactly zero"},
        {"ridge, L2", "penalty on the sum of squared coefficients: all shrink, correlated ones share their weight"},
        {"elastic net, l1Ratio", "a mixture of both; l1Ratio is the share of L1, from 0 (ridge) to 1 (lasso)"},
        {"knot, path", "the solution at one λ; the solutions at all of them, from strong to weak"},
        {"active", "a coefficient that is not exactly zero"},
        {"cross-validation", "each part of the rows is predicted by a model that the other parts taught"},
        {"λ min", "the λ with the smallest cross-validated error"},
        {
            "λ 1-se",
            "the strongest λ whose error is within one standard error of that: simpler, and as good for all one can tell"
        },
        {"held-out rows", "rows set aside before anything was fitted and opened once, at the end"},
        {"no model", "predicting the mean, or the class shares, for every row"},
        {"standardized coefficient", "change per standard deviation of the feature"},
        {"deviance explained", "share of the null model's deviance that the model removes; R² for squared loss"},
        {"certificate", "a computed bound on how far the solution can be from the exact minimum"},
        {"epoch", "one pass over all coordinates or rows"},
    };

    private GlossaryChapter() {}

    static Chapter of(Facts facts) {
        var terms = new java.util.ArrayList<Markup>();
        for (String[] term : TERMS) {
            terms.add(Tag.of("dt").holding(term[0]));
            terms.add(Tag.of("dd").holding(term[1]));
        }
        return new Chapter("glossary", "Glossary", Tag.of("dl", "glossary").holding(terms));
    }
}
