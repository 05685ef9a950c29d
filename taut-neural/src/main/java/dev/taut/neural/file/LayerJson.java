package dev.taut.neural.file;

import dev.taut.neural.layer.Activation;
import dev.taut.neural.layer.BatchNorm;
import dev.taut.neural.layer.Conv2d;
import dev.taut.neural.layer.Dense;
import dev.taut.neural.layer.Dropout;
import dev.taut.neural.layer.GaussianNoise;
import dev.taut.neural.layer.GlobalPool;
import dev.taut.neural.layer.Init;
import dev.taut.neural.layer.Layer;
import dev.taut.neural.layer.LayerNorm;
import dev.taut.neural.layer.Padding;
import dev.taut.neural.layer.Pool;
import dev.taut.neural.layer.Residual;
import java.util.List;
import java.util.Locale;

/**
 * A layer as data.
 *
 * @param kind     for example {@code conv}
 * @param sizes    whole numbers: units; filters, size and stride; a window's size
 * @param words    how weights begin, how edges are padded and the like
 * @param number   a rate or a deviation; 0 for none
 * @param body     layers inside
 * @param shortcut layers beside them
 */
public record LayerJson(
        String kind,
        List<Integer> sizes,
        List<String> words,
        double number,
        List<LayerJson> body,
        List<LayerJson> shortcut) {
    private static LayerJson of(String kind, List<Integer> sizes, List<String> words, double number) {
        return new LayerJson(kind, sizes, words, number, List.of(), List.of());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The layer as data.
     *
     * @throws IllegalArgumentException if it is none of the house's own
     */
    public static LayerJson of(Layer layer) {
        if (layer instanceof Dense dense) {
            return of("dense", List.of(dense.units()), List.of(word(dense.init())), 0);
        } else if (layer instanceof Conv2d conv) {
            List<String> words = List.of(word(conv.padding()), conv.bias() ? "bias" : "no_bias");
            return of("conv", List.of(conv.filters(), conv.size(), conv.stride()), words, 0);
        } else if (layer instanceof Activation activation) {
            return of(word(activation), List.of(), List.of(), 0);
        } else if (layer instanceof Pool pool) {
            return of("pool", List.of(pool.size()), List.of(word(pool.kind())), 0);
        } else if (layer instanceof GlobalPool) {
            return of("global_pool", List.of(), List.of(), 0);
        } else if (layer instanceof BatchNorm) {
            return of("batch_norm", List.of(), List.of(), 0);
        } else if (layer instanceof LayerNorm) {
            return of("layer_norm", List.of(), List.of(), 0);
        } else if (layer instanceof Dropout dropout) {
            return of(dropout.spatial() ? "spatial_dropout" : "dropout", List.of(), List.of(), dropout.rate());
        } else if (layer instanceof GaussianNoise noise) {
            return of("gaussian_noise", List.of(), List.of(), noise.deviation());
        } else if (layer instanceof Residual residual) {
            return new LayerJson(
                    "residual",
                    List.of(),
                    List.of(),
                    residual.survival(),
                    of(residual.body()),
                    of(residual.shortcut()));
        }
        throw new IllegalArgumentException("a layer `" + layer.layerName() + "` cannot be written to a file");
    }

    public static List<LayerJson> of(List<Layer> layers) {
        return layers.stream().map(LayerJson::of).toList();
    }

    /**
     * The layer that this describes.
     *
     * @throws BrokenFile if there is no such layer
     */
    public Layer layer() {
        try {
            return switch (kind) {
                case "dense" -> new Dense(sizes.get(0), Init.valueOf(upper(0)));
                case "conv" ->
                    new Conv2d(
                            sizes.get(0),
                            sizes.get(1),
                            sizes.get(2),
                            Padding.valueOf(upper(0)),
                            words.get(1).equals("bias"));
                case "pool" -> new Pool(Pool.Kind.valueOf(upper(0)), sizes.get(0));
                case "global_pool" -> new GlobalPool();
                case "batch_norm" -> new BatchNorm();
                case "layer_norm" -> new LayerNorm();
                case "dropout" -> Dropout.of(number);
                case "spatial_dropout" -> Dropout.spatial(number);
                case "gaussian_noise" -> new GaussianNoise(number);
                case "residual" -> new Residual(layers(body), layers(shortcut), number);
                default -> Activation.valueOf(kind.toUpperCase(Locale.ROOT));
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BrokenFile("it has a layer that is none: " + this);
        }
    }

    private String upper(int word) {
        return words.get(word).toUpperCase(Locale.ROOT);
    }

    public static List<Layer> layers(List<LayerJson> described) {
        return described.stream().map(LayerJson::layer).toList();
    }
}
