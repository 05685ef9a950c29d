package dev.taut.cli.option;

import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.neural.Cnn;
import dev.taut.neural.Mlp;
import dev.taut.neural.NetLearner;
import dev.taut.neural.image.Augmentation;
import dev.taut.neural.layer.Activation;
import dev.taut.neural.layer.Shape;
import dev.taut.recipe.Recipe;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which layers a net has. */
public final class NetOptions {
    @Option(
            names = "--hidden",
            paramLabel = "N,…",
            defaultValue = "64,32",
            description = "neurons of hidden layers (0: none)")
    private String hidden = "64,32";

    @Option(
            names = "--activation",
            paramLabel = "F",
            defaultValue = "relu",
            description = "relu, leaky_relu, elu, gelu, silu, tanh, sigmoid or softplus")
    private String activation = "relu";

    @Option(names = "--batch-norm", description = "batch norm before every activation")
    private boolean batchNorm;

    @Option(names = "--dropout", paramLabel = "P", description = "numbers dropped in training (tables 0.1, images 0.3)")
    private String dropout = "";

    @Option(
            names = "--images",
            paramLabel = "SHAPE",
            defaultValue = "auto",
            description = "pixels for features: HEIGHTxWIDTH, HEIGHTxWIDTHx3, auto (IDX files) or none")
    private String images = "auto";

    @Option(
            names = "--preset",
            paramLabel = "NET",
            defaultValue = "small",
            description = "for images: small or residual")
    private String preset = "small";

    @Option(
            names = "--augment",
            paramLabel = "KIND",
            defaultValue = "none",
            description = "for images: none, digits, photos")
    private String augment = "none";

    /** Whether the features of this table are the pixels of images. */
    public boolean isImages(Table table) {
        return images.equalsIgnoreCase("auto") ? reader(table).startsWith("idx, ") : !images.equalsIgnoreCase("none");
    }

    private static String reader(Table table) {
        return table.source().reader();
    }

    /** The net for these rows, its recipe for missing numbers as told. */
    public NetLearner learner(Dataset data, Recipe recipe) {
        return isImages(data.table()) ? cnn(data) : mlp(recipe);
    }

    private Mlp mlp(Recipe recipe) {
        int[] units = hidden.strip().equals("0")
                ? new int[0]
                : Arrays.stream(hidden.split(","))
                        .mapToInt(n -> Usage.whole("--hidden", n, 1))
                        .toArray();
        List<String> names =
                Arrays.stream(Activation.values()).map(Activation::layerName).toList();
        String chosen = Usage.choice("--activation", activation, names);
        Mlp mlp = Mlp.of(units)
                .recipe(recipe)
                .activation(Activation.valueOf(chosen.toUpperCase(Locale.ROOT)))
                .batchNorm(batchNorm);
        return dropout.isEmpty() ? mlp : mlp.dropout(share("--dropout", dropout));
    }

    private Cnn cnn(Dataset data) {
        Shape shape = shape(data);
        String net = Usage.choice("--preset", preset, List.of("small", "residual"));
        Cnn cnn = Cnn.of(shape).preset(Cnn.Preset.valueOf(net.toUpperCase(Locale.ROOT)));
        cnn = cnn.changes(
                switch (Usage.choice("--augment", augment, List.of("none", "digits", "photos"))) {
                    case "digits" -> Augmentation.digits(shape);
                    case "photos" -> Augmentation.photographs(shape);
                    default -> List.of();
                });
        return dropout.isEmpty() ? cnn : cnn.dropout(share("--dropout", dropout));
    }

    /** In [0, 1). */
    static double share(String flag, String text) {
        double share = Usage.number(flag, text, 0, 1);
        if (share == 1) {
            throw Usage.refuse(flag, "`" + flag + " " + text + "`: a number below 1 is needed");
        }
        return share;
    }

    private Shape shape(Dataset data) {
        String text = images.equalsIgnoreCase("auto")
                ? reader(data.table()).substring("idx, ".length()).replace('×', 'x')
                : images;
        int pixels = data.features().size();
        String[] parts = text.toLowerCase(Locale.ROOT).split("x");
        if (parts.length < 2 || parts.length > 3) {
            throw Usage.refuse(
                    "--images",
                    "`--images " + text + "`: HEIGHTxWIDTH is needed, or HEIGHTxWIDTHxCHANNELS",
                    "--images 28x28");
        }
        int height = Usage.whole("--images", parts[0], 1);
        int width = Usage.whole("--images", parts[1], 1);
        int channels = parts.length == 3 ? Usage.whole("--images", parts[2], 1) : 1;
        if ((long) height * width * channels != pixels) {
            throw Usage.refuse(
                    "--images",
                    "`--images " + text + "` is " + (long) height * width * channels + " numbers, and the data has "
                            + pixels + " feature columns",
                    "--exclude COLS leaves out those that are no pixels");
        }
        return new Shape(height, width, channels);
    }
}
