package dev.taut.testkit;

import dev.taut.design.DenseDesign;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.PathProblem;
import dev.taut.penalty.Penalty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The problem of a golden fit, its design built from the data file. */
final class GoldenFits {
    private final GoldenFit fit;
    private final Map<String, String[]> table;
    private final int[] rows;

    private GoldenFits(GoldenFit fit) {
        this.fit = fit;
        this.table = SharedFiles.csv(fit.file());
        this.rows = rows();
    }

    static PathProblem problem(GoldenFit fit) {
        return new GoldenFits(fit).problem();
    }

    private PathProblem problem() {
        List<String> names = columns();
        double[][] x = names.stream().map(this::column).toArray(double[][]::new);
        Penalty penalty = fit.penalty().equals("none") ? Penalty.none() : Penalty.elasticNet(fit.l1Ratio());
        return new PathProblem(
                DenseDesign.ofColumns(rows.length, x),
                new Features(names.stream().map(n -> new Feature(n, n)).toList()),
                Losses.named(fit.loss()).on(target()),
                penalty,
                fit.exposure().isEmpty() ? new double[0] : offset(),
                true,
                true);
    }

    private int[] rows() {
        int all = table.values().iterator().next().length;
        if (fit.rows().isEmpty()) {
            return IntStream.range(0, all).toArray();
        }
        String[] cells = table.get(selector());
        String wanted = fit.rows().substring(fit.rows().indexOf('=') + 1);
        return IntStream.range(0, all).filter(i -> cells[i].equals(wanted)).toArray();
    }

    private String selector() {
        return fit.rows().isEmpty() ? "" : fit.rows().substring(0, fit.rows().indexOf('='));
    }

    private List<String> columns() {
        if (!fit.columns().isEmpty()) {
            return fit.columns();
        }
        List<String> names = new ArrayList<>(table.keySet());
        names.removeAll(List.of(fit.target(), selector()));
        return names;
    }

    private double[] column(String name) {
        int equals = name.indexOf('=');
        if (equals < 0) {
            return numbers(name);
        }
        String[] cells = table.get(name.substring(0, equals));
        String level = name.substring(equals + 1);
        return Arrays.stream(rows)
                .mapToDouble(i -> cells[i].equals(level) ? 1 : 0)
                .toArray();
    }

    private double[] numbers(String name) {
        String[] cells = table.get(name);
        return Arrays.stream(rows)
                .mapToDouble(i -> Double.parseDouble(cells[i]))
                .toArray();
    }

    private double[] offset() {
        return Arrays.stream(numbers(fit.exposure())).map(Math::log).toArray();
    }

    private Target target() {
        String[] cells = table.get(fit.target());
        if (!fit.classes().isEmpty()) {
            int[] codes = Arrays.stream(rows)
                    .map(i -> fit.classes().indexOf(cells[i]))
                    .toArray();
            return Target.classes(fit.classes().size(), codes);
        }
        if (!fit.positive().isEmpty()) {
            int[] codes = Arrays.stream(rows)
                    .map(i -> cells[i].equals(fit.positive()) ? 1 : 0)
                    .toArray();
            return Target.classes(2, codes);
        }
        return Target.of(numbers(fit.target()));
    }
}
