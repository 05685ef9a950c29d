package dev.taut.loss;

import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/**
 * A loss in the catalogue: its name, and its parameter if it has one, written {@code name:parameter}.
 *
 * @param parameter what stands behind the colon, empty for a loss without parameter
 */
record Named(String name, String parameter, DoubleFunction<Loss> shape) {
    static Named of(String name, Supplier<Loss> shape) {
        return new Named(name, "", none -> shape.get());
    }

    /** How the loss is written on the command line. */
    String usage() {
        return parameter.isEmpty() ? name : name + ":" + parameter;
    }

    /**
     * The loss with this parameter, empty for none.
     *
     * @throws IllegalArgumentException saying how the loss is written
     */
    Loss with(String text) {
        if (parameter.isEmpty() != text.isEmpty()) {
            throw new IllegalArgumentException(
                    parameter.isEmpty()
                            ? "the loss `" + name + "` takes no parameter"
                            : "the loss `" + name + "` needs a number: `" + usage() + "`");
        }
        return shape.apply(text.isEmpty() ? Double.NaN : number(text));
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not a number; the loss is written `" + usage() + "`", e);
        }
    }

    /** A parameter as it stands in a name: read back, it is the same number. */
    static String text(double parameter) {
        String text = Double.toString(parameter);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
