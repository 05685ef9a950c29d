package dev.taut.report.example;

import dev.taut.run.Selection;
import dev.taut.run.StabilitySummary;
import dev.taut.run.StabilitySummary.Row;
import dev.taut.run.StabilitySummary.Swap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Made-up selections. */
final class Selections {
    private static final int POINTS = 20;

    private Selections() {}

    static Selection stability() {
        List<Double> lambdas = new ArrayList<>();
        for (int k = 0; k < POINTS; k++) {
            lambdas.add(50 * Math.pow(0.8, k));
        }
        return new Selection(
                "stability",
                List.of("bmi", "s5"),
                "at most 0.92 false selections are expected",
                List.of("rows are independent draws from one population"),
                Optional.of(new StabilitySummary(
                        50,
                        10,
                        0.75,
                        3,
                        0.918,
                        "unimodal",
                        2.9,
                        0,
                        lambdas,
                        List.of(
                                row("bmi", 1, true),
                                row("s5", 0.9, true),
                                row("s1", 0.48, false),
                                row("s2", 0.4, false)),
                        List.of(new Swap("s1", "s2", 0.9, 0.86, 0.02)),
                        "100 of 100 halves together")));
    }

    /** A curve that rises to the frequency in a straight line. */
    private static Row row(String feature, double frequency, boolean selected) {
        List<Double> curve = new ArrayList<>();
        for (int k = 1; k <= POINTS; k++) {
            curve.add(Math.round(100 * frequency * k / POINTS) / 100.0);
        }
        return new Row(feature, feature, frequency, selected, curve);
    }
}
