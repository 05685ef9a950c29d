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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A path shows every model between nothing and everything, and who earns a place in which order. */
final class ReadingAPath implements Lesson {
    private static final int ROWS = 250;

    /** A λ at which somebody enters or leaves. */
    record Change(double lambda, Set<String> entered, Set<String> left, int active, double explained) {}

    @Override
    public String name() {
        return "reading-a-path";
    }

    @Override
    public String question() {
        return "What does a path tell that one model does not?";
    }

    @Override
    public void teach(Board board) {
        board.say(
                "250 cyclists: speed follows from power, from training and, a little, from sleep. The coach's grade is a"
                        + " guess at power and training together; `jersey` is the number on the back.");
        board.say(
                "BREAK IT. Take one model and read it as the truth: at its λ a feature is in or out, and nothing says by how"
                        + " much.");
        board.say("FIX IT. Walk the whole path, from the λ at which all coefficients are zero downwards:");
        board.table(
                List.of(">λ", "enters", "leaves", ">kept", ">explained"),
                changes().stream()
                        .map(c -> List.of(
                                Figures.brief(c.lambda),
                                String.join(", ", c.entered),
                                String.join(", ", c.left),
                                Integer.toString(c.active),
                                Figures.percent(c.explained)))
                        .toList());
        board.say(
                "Read it downwards. Who enters first goes best with the target by itself: here the coach's grade, which is only"
                        + " a stand-in and leaves when what it guesses at is in. `explained` rises steeply while features bring"
                        + " something new, and hardly at all while they repeat or bring noise: the bend is where to stop, and"
                        + " cross-validation finds it.");
        board.say(
                "Remember: one model is one cut through this table, and its coefficients are shrunk. Look at the whole path first.");
    }

    static List<Change> changes() {
        LinearPath path = Linear.regression().penalty(Penalty.lasso()).path(Dataset.of(table(), "speed"));
        Set<String> before = new LinkedHashSet<>();
        List<Change> changes = new ArrayList<>();
        for (Knot knot : path) {
            Set<String> now = active(path.path().features(), knot.coefficients());
            Set<String> entered = new LinkedHashSet<>(now);
            entered.removeAll(before);
            Set<String> left = new LinkedHashSet<>(before);
            left.removeAll(now);
            if (!entered.isEmpty() || !left.isEmpty()) {
                changes.add(new Change(knot.lambda(), entered, left, now.size(), knot.devianceExplained()));
            }
            before = now;
        }
        return changes;
    }

    private static Set<String> active(Features features, Coefficients coefficients) {
        Set<String> names = new LinkedHashSet<>();
        for (int k = 0; k < coefficients.active(); k++) {
            names.add(features.list().get(coefficients.coordinate(k)).name());
        }
        return names;
    }

    private static Table table() {
        Sheet sheet = new Sheet(ROWS, 13);
        double[] power = sheet.normals();
        double[] training = sheet.normals();
        double[] sleep = sheet.normals();
        double[] guess = sheet.normals();
        double[] noise = sheet.normals();
        return sheet.with("power", sheet.fill(i -> 250 + 40 * power[i]))
                .with("training", sheet.fill(i -> 8 + 2 * training[i]))
                .with("sleep", sheet.fill(i -> 7 + sleep[i]))
                .with("grade", sheet.fill(i -> 60 + 10 * (power[i] + training[i] + 0.3 * guess[i])))
                .with("jersey", sheet.fill(i -> 1 + (i * 7919L) % 211))
                .with("speed", sheet.fill(i -> 33 + 2 * power[i] + 2 * training[i] + 0.4 * sleep[i] + noise[i]))
                .table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(table());
    }

    @Override
    public List<String> onwards() {
        return List.of("taut path " + DATA + " --target speed --knots", "taut fit " + DATA + " --target speed");
    }
}
