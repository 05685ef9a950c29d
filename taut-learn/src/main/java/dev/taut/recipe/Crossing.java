package dev.taut.recipe;

import dev.taut.design.Design;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import java.util.List;

/**
 * The interaction of two columns, or the square of one: plain data, estimated from training rows.
 *
 * @param first    a table column
 * @param second   another one; the same for a square
 * @param products its columns of the design
 */
public record Crossing(String first, String second, List<Product> products) {
    public Crossing {
        products = List.copyOf(products);
    }

    /**
     * (x − firstCenter) · (z − secondCenter) for two features x and z.
     *
     * @param firstCenter the training mean of a number, 0 for a 0/1 column
     */
    public record Product(String first, String second, double firstCenter, double secondCenter) {
        /** {@code x:z}, {@code x²}. */
        public String name() {
            return first.equals(second) ? first + "²" : first + ":" + second;
        }

        /** Its values, given the design of the main effects. */
        double[] values(Design main, Features features) {
            double[] product = read(main, features, first);
            double[] other = first.equals(second) ? product.clone() : read(main, features, second);
            for (int i = 0; i < product.length; i++) {
                product[i] = (product[i] - firstCenter) * (other[i] - secondCenter);
            }
            return product;
        }

        private static double[] read(Design main, Features features, String name) {
            double[] values = new double[main.rows()];
            for (int j = 0; j < features.size(); j++) {
                if (features.get(j).name().equals(name)) {
                    main.read(j, 0, values.length, values, 0);
                }
            }
            return values;
        }
    }

    /** {@code a:b}: what it is called, and the source of its features. */
    public String name() {
        return first + ":" + second;
    }

    List<Feature> features() {
        return products.stream().map(p -> new Feature(p.name(), name())).toList();
    }
}
