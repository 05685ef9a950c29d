package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.design.Features;
import dev.taut.path.Knot;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A penalty compares coefficients with each other, so their units decide unless columns are scaled. */
final class Scaling implements Lesson {
    private static final int ROWS = 200;

    /** The features in the order in which the lasso lets them in. */
    record Entries(List<String> raw, List<String> scaled) {}

    @Override
    public String name() {
        return "scaling";
    }

    @Override
    public String question() {
        return "Why must features be scaled before they are penalised?";
    }

    @Override
    public void teach(Board board) {
        Entries entries = entries();
        board.say(
                "Prices of 200 flats follow their area (in hectares, a small number) and the distance to the centre (in km)."
                        + " The house number has nothing to do with them, but it is a large number.");
        board.say(
                "BREAK IT. A lasso charges λ for each unit of a coefficient. A column of large numbers needs only a tiny"
                        + " coefficient, which costs nearly nothing; a column of small numbers needs a huge one. Without scaling,"
                        + " as λ falls, columns enter in this order:");
        board.line("  " + String.join(" → ", entries.raw));
        board.say(
                "FIX IT. Divide every column by its standard deviation (inside each fold: its scale is an estimate, too)."
                        + " Now λ charges for what a column does to the prediction, whatever its unit:");
        board.line("  " + String.join(" → ", entries.scaled));
        board.say(
                "Remember: Taut scales by default and reports coefficients in your units. It warns (T0307) if you switch"
                        + " that off for columns whose scales differ.");
    }

    static Entries entries() {
        Dataset flats = Dataset.of(flats(), "price");
        Linear lasso = Linear.regression().penalty(Penalty.lasso());
        return new Entries(order(lasso.standardize(false).path(flats)), order(lasso.path(flats)));
    }

    private static List<String> order(LinearPath path) {
        Features features = path.path().features();
        List<String> order = new ArrayList<>();
        for (Knot knot : path) {
            Coefficients coefficients = knot.coefficients();
            for (int k = 0; k < coefficients.active(); k++) {
                String feature = features.list().get(coefficients.coordinate(k)).name();
                if (!order.contains(feature)) {
                    order.add(feature);
                }
            }
        }
        return order;
    }

    private static Table flats() {
        Sheet sheet = new Sheet(ROWS, 1);
        double[] area = sheet.uniforms(0.004, 0.014);
        double[] distance = sheet.uniforms(0, 12);
        double[] house = sheet.fill(i -> 1 + (i * 7919L) % 1500);
        double[] noise = sheet.normals();
        return sheet.with("area_ha", area)
                .with("distance_km", distance)
                .with("house_number", house)
                .with("price", sheet.fill(i -> 120 + 30_000 * area[i] - 12 * distance[i] + 25 * noise[i]))
                .table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(flats());
    }

    @Override
    public List<String> onwards() {
        return List.of(
                "taut path " + DATA + " --target price --knots --no-standardize",
                "taut path " + DATA + " --target price --knots");
    }
}
