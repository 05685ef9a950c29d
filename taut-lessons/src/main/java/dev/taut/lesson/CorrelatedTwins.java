package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.penalty.Penalty;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Of two features that say the same the lasso keeps one, and not always the same one. */
final class CorrelatedTwins implements Lesson {
    private static final int ROWS = 60;
    private static final int SAMPLES = 40;
    private static final double LAMBDA = 0.5;

    /** Over samples: how often each twin was kept, how often both, and the mean share of the smaller one. */
    record Keeping(String penalty, double first, double second, double both, double smaller) {}

    @Override
    public String name() {
        return "correlated-twins";
    }

    @Override
    public String question() {
        return "What do L1 and L2 do with features that say the same?";
    }

    @Override
    public void teach(Board board) {
        List<Keeping> keepings = keepings();
        board.say(
                "`left` and `right` measure the same thing, each with a little noise of its own, and both act on y with the"
                        + " same strength. Each penalty is fitted to 40 samples of 60 rows.");
        board.table(
                List.of("penalty", ">kept left", ">kept right", ">kept both", ">weaker's share"),
                keepings.stream()
                        .map(k -> List.of(
                                k.penalty,
                                Figures.percent(k.first),
                                Figures.percent(k.second),
                                Figures.percent(k.both),
                                Figures.percent(k.smaller)))
                        .toList());
        board.say("BREAK IT. Read the lasso's list as the truth: 'right does not matter'. Another sample says the"
                + " opposite. |β| costs the same however a sum is split between twins, so the lasso takes whichever"
                + " fits this sample better by a hair.");
        board.say("FIX IT. β² is cheapest when twins share equally: ridge keeps both with like weights, and elastic net"
                + " does so while it still drops what is of no use. Or ask which features survive resampling: taut"
                + " select.");
        board.say(
                "Remember: a lasso's selection among correlated features is a draw. T0303 names the clusters in your data.");
    }

    static List<Keeping> keepings() {
        return List.of(
                keeping("lasso", Penalty.lasso()),
                keeping("elastic net 0.2", Penalty.elasticNet(0.2)),
                keeping("ridge", Penalty.ridge()));
    }

    private static Keeping keeping(String name, Penalty penalty) {
        Dataset all = Dataset.of(table(), "y");
        double[] counts = new double[3];
        double smaller = 0;
        for (int s = 0; s < SAMPLES; s++) {
            int first = s * ROWS;
            int[] sample = IntStream.range(first, first + ROWS).toArray();
            LinearModel model = Linear.regression().penalty(penalty).at(LAMBDA).fit(all.rows(sample));
            double left = Math.abs(Figures.coefficient(model, "left"));
            double right = Math.abs(Figures.coefficient(model, "right"));
            counts[0] += left > 0 ? 1 : 0;
            counts[1] += right > 0 ? 1 : 0;
            counts[2] += left > 0 && right > 0 ? 1 : 0;
            smaller += left + right > 0 ? Math.min(left, right) / (left + right) : 0;
        }
        return new Keeping(name, counts[0] / SAMPLES, counts[1] / SAMPLES, counts[2] / SAMPLES, smaller / SAMPLES);
    }

    private static Table table() {
        Sheet sheet = new Sheet(ROWS * SAMPLES, 3);
        double[] common = sheet.normals();
        double[][] own = {sheet.normals(), sheet.normals(), sheet.normals()};
        double[] left = sheet.fill(i -> common[i] + 0.04 * own[0][i]);
        double[] right = sheet.fill(i -> common[i] + 0.04 * own[1][i]);
        sheet.with("left", left).with("right", right);
        for (int j = 1; j <= 6; j++) {
            sheet.with("other" + j, sheet.normals());
        }
        return sheet.with("y", sheet.fill(i -> left[i] + right[i] + 1.5 * own[2][i]))
                .table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(table().rows(IntStream.range(0, ROWS).toArray()));
    }

    @Override
    public List<String> onwards() {
        return List.of(
                "taut inspect " + DATA + " --target y",
                "taut select " + DATA + " --target y",
                "taut compare " + DATA + " --target y --penalties lasso,enet:0.2,ridge");
    }
}
