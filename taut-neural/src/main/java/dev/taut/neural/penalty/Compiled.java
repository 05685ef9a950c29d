package dev.taut.neural.penalty;

import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Part;
import dev.taut.neural.layer.Slot;
import dev.taut.penalty.ElasticNet;
import dev.taut.penalty.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One penalty on the parameters of one layer: an elastic net, which is done in passing, or what it becomes at its strength with
 * these parameters for columns.
 *
 * @param from    of the first parameter that is penalised
 * @param to      end of the last, exclusive
 * @param penalty the same value as on a line
 */
record Compiled(int from, int to, Penalty penalty, double lambda, Features features) {
    /** Every layer that is meant; a layer's features are made only where the penalty looks at them. */
    static List<Compiled> of(Regularizer.Penalised penalised, Layout layout) {
        List<Compiled> compiled = new ArrayList<>();
        for (Slot slot : penalised.where().slots(layout)) {
            Optional<Slot> bias = penalised.where().by() == By.UNIT ? bias(slot, layout) : Optional.empty();
            boolean plain = elastic(penalised.penalty()).isPresent();
            compiled.add(new Compiled(
                    slot.from(),
                    bias.map(Slot::to).orElse(slot.to()),
                    penalised.penalty(),
                    penalised.lambda(),
                    plain
                            ? new Features(List.of())
                            : features(slot, bias, penalised.where().by())));
        }
        return compiled;
    }

    /** The biases that stand behind the weights of their layer. */
    private static Optional<Slot> bias(Slot slot, Layout layout) {
        return layout.slots().stream()
                .filter(other -> other.part() == Part.BIAS && other.from() == slot.to())
                .findFirst();
    }

    /** A column for every parameter; columns of one unit, or of one input, are said to come from the same source. */
    private static Features features(Slot slot, Optional<Slot> bias, By by) {
        List<Feature> features = new ArrayList<>(slot.size());
        for (int i = 0; i < slot.size(); i++) {
            int input = i / slot.columns();
            int unit = i % slot.columns();
            String name = slot.layer() + "[" + input + "," + unit + "]";
            String source = switch (by) {
                case WEIGHT -> name;
                case UNIT -> slot.layer() + "[*," + unit + "]";
                case INPUT -> slot.layer() + "[" + input % slot.channels() + ",*]";
            };
            features.add(new Feature(name, source));
        }
        for (int unit = 0; unit < bias.map(Slot::columns).orElse(0); unit++) {
            features.add(new Feature(slot.layer() + "[bias," + unit + "]", slot.layer() + "[*," + unit + "]"));
        }
        return new Features(features);
    }

    /** The share of L1, where the penalty is an elastic net and nothing else. */
    static Optional<Double> elastic(Penalty penalty) {
        if (penalty instanceof ElasticNet net) {
            return Optional.of(net.l1Ratio());
        }
        return Optional.empty();
    }
}
