package dev.taut.neural.penalty;

import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Part;
import dev.taut.neural.layer.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * All regularizers of a net as steps on ranges and groups of its one vector of parameters: an optimiser's step and the proximal
 * step that goes with it are one pass.
 */
public final class Regularization {
    private static final int STRETCH = 1 << 13;

    private final List<Slot> slots;
    private final List<Piece> fixed;
    private final List<General> general;
    private final List<Piece> balls;
    private final Map<Slot, Strengths> strengths;
    private List<Piece> pieces = List.of();

    private Regularization(List<Slot> slots, Map<Slot, Strengths> strengths, List<General> general, List<Piece> balls) {
        this.slots = slots;
        this.strengths = strengths;
        this.general = List.copyOf(general);
        this.balls = List.copyOf(balls);
        fixed = new ArrayList<>();
        slots.forEach(this::addRanges);
    }

    /** The regularizers on the parameters of this layout. */
    public static Regularization of(Layout layout, List<Regularizer> regularizers) {
        return of(layout, regularizers, false);
    }

    /**
     * No penalty, but parameters that a penalty set to exactly zero stay so: to fit the others without shrinkage. Decays and bounds
     * act as before.
     */
    public static Regularization refitting(Layout layout, List<Regularizer> regularizers) {
        return of(layout, regularizers, true);
    }

    private static Regularization of(Layout layout, List<Regularizer> regularizers, boolean refit) {
        Map<Slot, Strengths> strengths = new HashMap<>();
        layout.slots().forEach(slot -> strengths.put(slot, Strengths.NONE));
        List<Compiled> others = new ArrayList<>();
        List<Piece> balls = new ArrayList<>();
        for (Regularizer regularizer : regularizers) {
            List<Slot> meant = regularizer.where().slots(layout);
            if (regularizer instanceof Regularizer.Penalised penalised) {
                penalise(penalised, layout, refit, strengths, others);
            } else if (regularizer instanceof Regularizer.Coupled coupled) {
                change(strengths, meant, s -> s.coupled(coupled.strength()));
            } else if (regularizer instanceof Regularizer.Decay decay) {
                change(strengths, meant, s -> s.decay(decay.rate()));
            } else if (regularizer instanceof Regularizer.MaxNorm norm) {
                meant.forEach(s -> balls.add(new Piece.Balls(s.from(), s.rows(), s.columns(), norm.bound())));
            }
        }
        layout.slots()
                .forEach(slot -> strengths.getOrDefault(slot, Strengths.NONE).check(slot));
        List<General> general = others.stream()
                .map(compiled -> {
                    Strengths s = strengths.getOrDefault(first(layout, compiled), Strengths.NONE);
                    return General.of(compiled, s.coupled(), s.decay());
                })
                .toList();
        return new Regularization(layout.slots(), strengths, general, balls);
    }

    private static void penalise(
            Regularizer.Penalised penalised,
            Layout layout,
            boolean refit,
            Map<Slot, Strengths> strengths,
            List<Compiled> others) {
        for (Compiled compiled : Compiled.of(penalised, layout)) {
            List<Slot> covered = layout.slots().stream()
                    .filter(slot -> slot.from() >= compiled.from() && slot.to() <= compiled.to())
                    .toList();
            if (refit) {
                change(strengths, covered, Strengths::kept);
            } else if (Compiled.elastic(penalised.penalty()).isPresent()) {
                double ratio = Compiled.elastic(penalised.penalty()).get();
                change(strengths, covered, s -> s.elastic(compiled.lambda(), ratio));
            } else if (!penalised.penalty().equals(dev.taut.penalty.Penalty.none())) {
                covered.forEach(slot -> change(strengths, List.of(slot), s -> s.taken(slot)));
                others.add(compiled);
            }
        }
    }

    private static void change(Map<Slot, Strengths> strengths, List<Slot> slots, UnaryOperator<Strengths> how) {
        slots.forEach(slot -> strengths.computeIfPresent(slot, (key, s) -> how.apply(s)));
    }

    private static Slot first(Layout layout, Compiled compiled) {
        return layout.slots().stream()
                .filter(slot -> slot.from() == compiled.from())
                .findFirst()
                .orElseThrow();
    }

    private void addRanges(Slot slot) {
        Strengths s = strengths(slot);
        if (slot.part() == Part.STATISTIC) {
            fixed.add(new Piece.Statistics(slot.from(), slot.to()));
            return;
        }
        for (int at = slot.from(); !s.general() && at < slot.to(); at += STRETCH) {
            int to = Math.min(slot.to(), at + STRETCH);
            fixed.add(new Piece.Range(at, to, s.l1(), s.l2(), s.coupled(), s.decay(), s.keep()));
        }
    }

    private Strengths strengths(Slot slot) {
        return strengths.getOrDefault(slot, Strengths.NONE);
    }

    /** Majorizes penalties that are not convex at these parameters: before the first step, and once in every epoch. */
    public void refresh(float[] theta) {
        List<Piece> all = new ArrayList<>(fixed);
        general.forEach(g -> all.addAll(g.pieces(theta, STRETCH)));
        pieces = all;
    }

    /** How many pieces a step has, which may be done in any order and at once. */
    public int pieces() {
        return pieces.size();
    }

    /** One piece of a step. */
    public void step(int piece, Update update, Parameters all) {
        pieces.get(piece).step(update, all);
    }

    /** Brings parameters back to where they must lie, after all pieces of a step. */
    public void project(Update update, Parameters all) {
        balls.forEach(ball -> ball.step(update, all));
    }

    /** What is added to the loss: penalties and coupled L2, but no decay. */
    public double value(float[] theta) {
        double sum = 0;
        for (Slot slot : slots) {
            Strengths s = strengths(slot);
            double ones = 0;
            double squares = 0;
            boolean counts = s.l1() > 0 || s.l2() > 0 || s.coupled() > 0;
            for (int i = slot.from(); counts && i < slot.to(); i++) {
                ones += Math.abs(theta[i]);
                squares += (double) theta[i] * theta[i];
            }
            sum += s.l1() * ones + (s.l2() + s.coupled()) / 2 * squares;
        }
        for (General g : general) {
            sum += g.value(theta);
        }
        return sum;
    }
}
