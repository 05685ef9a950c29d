package dev.taut.neural;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.Model;
import dev.taut.Predictions;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.neural.image.Augmentation;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.net.Mixing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CnnTest {
    private static final Shape SHAPE = new Shape(8, 8, 2);

    /** Bars that stand, bars that lie, and boards, in one of two colours, somewhere under noise. */
    private static Table images(int count, long seed) {
        Noise noise = Noise.of(seed);
        double[][] pixels = new double[SHAPE.size()][count];
        String[] labels = new String[count];
        for (int i = 0; i < count; i++) {
            int kind = i % 3;
            int moved = noise.child("moved").below(4, i);
            int colour = noise.child("colour").below(2, i);
            labels[i] = List.of("standing", "lying", "board").get(kind);
            for (int j = 0; j < 64; j++) {
                int y = j / 8 + moved;
                int x = j % 8 + moved;
                boolean bright = kind == 0 ? x / 2 % 2 == 0 : kind == 1 ? y / 2 % 2 == 0 : (x / 2 + y / 2) % 2 == 0;
                for (int c = 0; c < 2; c++) {
                    double light = bright && c == colour ? 150 : 60;
                    pixels[j * 2 + c][i] = light + 30 * noise.normal((long) i * 128 + j * 2 + c);
                }
            }
        }
        List<Column> columns = new ArrayList<>(List.of(TextColumn.of("label", List.of(labels))));
        for (int j = 0; j < pixels.length; j++) {
            columns.add(NumericColumn.of("p" + j, pixels[j]));
        }
        return Table.of(Source.MEMORY, columns);
    }

    private static double accuracy(Model model, Table images) {
        Predictions predictions = model.predict(images);
        int right = 0;
        for (int i = 0; i < images.rows(); i++) {
            right += predictions.label(i).equals(images.column("label").text(i)) ? 1 : 0;
        }
        return (double) right / images.rows();
    }

    @ParameterizedTest
    @EnumSource(Cnn.Preset.class)
    void imagesAreLearnt(Cnn.Preset preset, @TempDir Path folder) throws IOException {
        Cnn cnn = Cnn.of(SHAPE).preset(preset).changes(List.of(new Augmentation.Shift(1)));
        Learning how = cnn.learning();
        Model model = cnn.learning(
                        how.descent(how.descent().batch(32)).smoothing(0.1).mixing(Mixing.cutmix(0.5)))
                .fit(Dataset.of(images(400, 1), "label"));
        Table fresh = images(150, 2);
        assertThat(accuracy(model, fresh)).isGreaterThan(0.9);
        Path file = folder.resolve("model.taut");
        model.save(file);
        assertThat(Model.load(file).predict(fresh).means())
                .isEqualTo(model.predict(fresh).means());
    }

    @Test
    void sizesOfPresets() {
        Cnn cnn = Cnn.of(new Shape(28, 28, 1));
        assertThat(cnn.net(cnn.shape(), 10).parameters()).isEqualTo(106_010);
        Cnn residual = cnn.preset(Cnn.Preset.RESIDUAL);
        assertThat(residual.net(cnn.shape(), 10).parameters()).isEqualTo(78_426);
    }
}
