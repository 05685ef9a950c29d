package dev.taut.report.example;

import dev.taut.finding.Finding;
import dev.taut.run.Comparison;
import dev.taut.run.DataSummary;
import dev.taut.run.DataSummary.ClassCount;
import dev.taut.run.DataSummary.ColumnSummary;
import dev.taut.run.DataSummary.Histogram;
import dev.taut.run.DataSummary.Statistics;
import dev.taut.run.Effect;
import dev.taut.run.Objective;
import dev.taut.run.Provenance;
import dev.taut.run.Provenance.Setting;
import dev.taut.run.Run;
import dev.taut.run.Selection;
import dev.taut.run.Times;
import dev.taut.run.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Puts a made-up path into a whole run. */
final class RunBuilder {
    private final String target;
    private final String file;
    private final OrthogonalPath path;
    private final String task;
    private final String loss;
    private final List<Finding> findings = new ArrayList<>();
    private List<ClassCount> classes = List.of();
    private int holdout;
    private boolean comparison;
    private Optional<Selection> selection = Optional.empty();
    private boolean certified = true;
    private boolean tuned = true;
    private String rule = "1se";

    RunBuilder(String target, String file, OrthogonalPath path, String task, String loss) {
        this.target = target;
        this.file = file;
        this.path = path;
        this.task = task;
        this.loss = loss;
    }

    RunBuilder holdout(int rows) {
        holdout = rows;
        return this;
    }

    RunBuilder comparison() {
        comparison = true;
        return this;
    }

    RunBuilder selection(Selection made) {
        selection = Optional.of(made);
        return this;
    }

    RunBuilder uncertified() {
        certified = false;
        return this;
    }

    RunBuilder withoutTuning() {
        tuned = false;
        return this;
    }

    RunBuilder rule(String other) {
        rule = other;
        return this;
    }

    RunBuilder finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    RunBuilder classes(Object... namesAndRows) {
        List<ClassCount> list = new ArrayList<>();
        for (int i = 0; i < namesAndRows.length; i += 2) {
            list.add(new ClassCount((String) namesAndRows[i], (Integer) namesAndRows[i + 1]));
        }
        classes = list;
        return this;
    }

    Run build() {
        Optional<Tuning> tuning = tuned ? Optional.of(path.tuning(metric(), rule)) : Optional.empty();
        int knot = tuning.map(Tuning::chosen).orElse(40);
        String penalty = path.ridge() ? "ridge" : "lasso";
        return new Run(
                Run.SCHEMA,
                provenance(),
                new DataSummary(path.rows() + holdout, path.rows(), holdout, targetSummary(), columns()),
                findings,
                new Objective(
                        task,
                        loss,
                        penalty,
                        path.ridge() ? 0 : 1,
                        true,
                        true,
                        "minimise (1/" + path.rows() + ") Σ ½(y − η)² + " + path.lambda(knot) + " · ‖β‖₁",
                        "taut",
                        List.of()),
                path.summary(certified),
                tuning,
                path.solution(knot, loss.equals("logistic") || loss.equals("poisson")),
                effect(tuning, knot),
                holdout == 0
                        ? Optional.empty()
                        : Optional.of(new HoldoutMaker(path, classes, holdout).make(knot, task)),
                comparison ? Optional.of(compared()) : Optional.empty(),
                Optional.empty(),
                selection,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Times(
                        "2026-01-01T09:30:00Z",
                        2,
                        List.of(
                                new Times.Phase("Checked", path.rows() + holdout + " rows", 0.113),
                                new Times.Phase("Walked", "100 λ", 0.021),
                                new Times.Phase("Tuned", "10 folds × 5 repeats", 0.412))));
    }

    private String metric() {
        return classes.isEmpty() ? "rmse" : "log-loss";
    }

    private Provenance provenance() {
        return new Provenance(
                "taut fit " + file + " --target " + target + " -o out",
                List.of(
                        new Setting("penalty", "lasso", "default"),
                        new Setting("folds", "10", "default"),
                        new Setting("repeats", "5", "flag"),
                        new Setting("holdout", holdout == 0 ? "0" : "0.2", "taut.toml")),
                42,
                file,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "CSV, comma, UTF-8",
                "0.1.0",
                "17.0.15");
    }

    private DataSummary.TargetSummary targetSummary() {
        if (!classes.isEmpty()) {
            return new DataSummary.TargetSummary(target, task, classes, Statistics.NONE, Histogram.NONE);
        }
        return new DataSummary.TargetSummary(
                target,
                task,
                List.of(),
                statistics(152.1, 77.1, 25, 346),
                new Histogram(
                        List.of(25.0, 65.125, 105.25, 145.375, 185.5, 225.625, 265.75, 305.875, 346.0),
                        List.of(58, 97, 82, 67, 52, 41, 30, 15)));
    }

    private List<ColumnSummary> columns() {
        List<ColumnSummary> columns = new ArrayList<>();
        columns.add(new ColumnSummary(
                target, "target", classes.isEmpty() ? "numeric" : "text", "—", 0, 214, Statistics.NONE, classes));
        for (int j = 0; j < path.names().size(); j++) {
            String name = path.names().get(j);
            boolean level = name.contains(" = ");
            columns.add(new ColumnSummary(
                    name.split(" = ")[0],
                    "feature",
                    level ? "text" : "numeric",
                    level ? "one-hot, 2 levels" : "number",
                    j == 2 ? 12 : 0,
                    level ? 2 : 58 + j,
                    level
                            ? Statistics.NONE
                            : statistics(3.5 * path.scales()[j], path.scales()[j], 0, 6 * path.scales()[j]),
                    level ? List.of(new ClassCount("Absent", 270), new ClassCount("Present", 192)) : List.of()));
        }
        columns.add(new ColumnSummary("notes", "left out", "text", "—", 3, 431, Statistics.NONE, List.of()));
        return columns;
    }

    private static Statistics statistics(double mean, double sd, double min, double max) {
        return new Statistics(
                OptionalDouble.of(mean), OptionalDouble.of(sd), OptionalDouble.of(min), OptionalDouble.of(max));
    }

    private Effect effect(Optional<Tuning> tuning, int knot) {
        List<Effect.Row> rows = new ArrayList<>();
        double none = Math.sqrt(path.testError(Double.MAX_VALUE));
        rows.add(new Effect.Row(
                "no model",
                OptionalDouble.empty(),
                0,
                some(none),
                some(none),
                some(none * 0.03),
                held(none * 1.01),
                ""));
        if (path.names().size() < path.rows()) {
            rows.add(row("none", 0));
        } else {
            rows.add(new Effect.Row(
                    "none",
                    some(0),
                    0,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    "more columns than rows: no unique solution"));
        }
        tuning.ifPresent(t -> {
            rows.add(row("minimum", path.lambda(t.minimum())));
            rows.add(row("1se", path.lambda(t.oneStandardError())));
        });
        rows.add(row("chosen", path.lambda(knot)));
        return new Effect(metric(), rows);
    }

    private Effect.Row row(String label, double lambda) {
        double error = Math.sqrt(path.testError(lambda));
        return new Effect.Row(
                label,
                some(lambda),
                path.active(lambda),
                some(Math.sqrt(path.trainError(lambda))),
                tuned ? some(error) : OptionalDouble.empty(),
                tuned ? some(error * 0.025) : OptionalDouble.empty(),
                held(error * 0.98),
                "");
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }

    private OptionalDouble held(double value) {
        return holdout == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private Comparison compared() {
        return new Comparison(
                "rmse",
                50,
                5,
                "any",
                "min",
                "lasso",
                77.9,
                2.1,
                List.of(
                        penalty("lasso", 1, 6.08, 5, 56.6, 0, "reference"),
                        penalty("enet", 0.5, 1.08, 10, 56.4, -0.2, "within noise"),
                        penalty("ridge", 0, 0.75, 10, 57.1, 0.5, "within noise"),
                        penalty("none", 0, 0, 10, 55.2, -1.4, "within noise")),
                List.of(new Comparison.Cluster(List.of("s1", "s2"), 0.9)),
                List.of(
                        "accuracy does not separate them; choose by purpose",
                        "few, stable features → lasso; keep correlated s1, s2 together → enet or ridge"),
                "every fold is judged at the λ that the other folds of its repeat choose");
    }

    private static Comparison.Row penalty(
            String label, double ratio, double lambda, int active, double mean, double difference, String verdict) {
        boolean reference = difference == 0;
        OptionalDouble none = OptionalDouble.empty();
        return new Comparison.Row(
                label,
                label.equals("enet") ? "enet 0.5" : label,
                ratio,
                some(lambda),
                active,
                some(mean),
                some(1.4),
                some(mean - 2.7),
                reference ? none : some(difference),
                reference ? none : some(0.4),
                reference ? none : some(difference - 0.9),
                reference ? none : some(difference + 0.9),
                verdict,
                Optional.of(new Comparison.Simple(2 * lambda, active - 1, mean + 0.5, 1.5, some(0.7))),
                Optional.of(new Comparison.Sets(
                        active, 0.8, some(0.7), 0, 1, List.of(new Comparison.Frequency("bmi", 1)))));
    }
}
