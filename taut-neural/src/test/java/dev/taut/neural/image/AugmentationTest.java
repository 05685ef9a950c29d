package dev.taut.neural.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.net.FloatRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final Shape SHAPE = new Shape(5, 4, 2);

    private static float[] image() {
        float[] image = new float[SHAPE.size() + 3];
        for (int i = 0; i < image.length; i++) {
            image[i] = i;
        }
        return image;
    }

    /** The image from entry 3 on, after the change. */
    private static float[] changed(Augmentation change, long seed) {
        float[] image = image();
        change.apply(SHAPE, image, 3, Noise.of(seed), new float[SHAPE.size()]);
        assertThat(image).startsWith(0, 1, 2);
        return image;
    }

    private static float pixel(float[] image, int y, int x, int c) {
        return image[3 + (y * 4 + x) * 2 + c];
    }

    private interface Place {
        void at(int y, int x, int c);
    }

    private static void everywhere(Place place) {
        for (int i = 0; i < SHAPE.size(); i++) {
            place.at(i / 8, i / 2 % 4, i % 2);
        }
    }

    @Test
    void halfOfAllImagesAreMirrored() {
        int mirrored = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] changed = changed(new Augmentation.Flip(), seed);
            if (pixel(changed, 0, 0, 0) != pixel(image(), 0, 0, 0)) {
                mirrored++;
                everywhere((y, x, c) -> assertThat(pixel(changed, y, x, c)).isEqualTo(pixel(image(), y, 3 - x, c)));
            } else {
                assertThat(changed).isEqualTo(image());
            }
        }
        assertThat(mirrored).isBetween(75, 125);
    }

    @Test
    void shiftsRepeatTheEdge() {
        for (int seed = 0; seed < 20; seed++) {
            float[] changed = changed(new Augmentation.Shift(2), seed);
            int down = Noise.of(seed).below(5, 0) - 2;
            int right = Noise.of(seed).below(5, 1) - 2;
            everywhere((y, x, c) -> assertThat(pixel(changed, y, x, c))
                    .isEqualTo(pixel(
                            image(), Math.max(0, Math.min(4, y - down)), Math.max(0, Math.min(3, x - right)), c)));
        }
    }

    @Test
    void rotationsTurnAboutTheMiddle() {
        for (int seed = 0; seed < 20; seed++) {
            float[] changed = changed(new Augmentation.Rotation(30), seed);
            // A linear picture stays linear, and its middle stays where it is, but for what comes from beyond the edge.
            double middle = (pixel(changed, 2, 1, 0) + pixel(changed, 2, 2, 0)) / 2;
            assertThat(middle).isCloseTo((pixel(image(), 2, 1, 0) + pixel(image(), 2, 2, 0)) / 2, within(1e-4));
        }
        assertThat(changed(new Augmentation.Rotation(0), 1)).containsExactly(image(), within(1e-5f));
    }

    @Test
    void cropsStayInside() {
        for (int seed = 0; seed < 20; seed++) {
            float[] changed = changed(new Augmentation.Crop(0.7), seed);
            everywhere((y, x, c) ->
                    assertThat(pixel(changed, y, x, c)).isBetween(pixel(image(), 0, 0, c), pixel(image(), 4, 3, c)));
            assertThat(pixel(changed, 4, 3, 0) - pixel(changed, 0, 0, 0)).isBetween(0.69f * 38, 38f);
        }
    }

    @Test
    void squaresAreCutOut() {
        int cut = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] changed = changed(new Augmentation.CutOut(2), seed);
            int zeros = 0;
            for (int i = 3; i < changed.length; i++) {
                assertThat(changed[i]).isIn(0f, image()[i]);
                zeros += changed[i] == 0 ? 1 : 0;
            }
            cut += zeros > 0 ? 1 : 0;
            assertThat(zeros).isIn(0, 2, 4, 8);
        }
        assertThat(cut).isBetween(75, 125);
    }

    @Test
    void changesFollowOneAnother() {
        float[] x = java.util.Arrays.copyOf(image(), SHAPE.size());
        FloatRows rows = new FloatRows(SHAPE, x, new float[] {7}, new float[] {2});
        AugmentedRows augmented =
                new AugmentedRows(rows, List.of(new Augmentation.Shift(1), new Augmentation.CutOut(3)));
        float[] one = new float[SHAPE.size()];
        float[] again = new float[SHAPE.size()];
        float[] other = new float[SHAPE.size()];
        augmented.input(0, Noise.of(1), one, 0);
        augmented.input(0, Noise.of(1), again, 0);
        augmented.input(0, Noise.of(2), other, 0);
        assertThat(again).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
        assertThat(augmented.weight(0)).isEqualTo(2);
        assertThat(Augmentation.digits(new Shape(28, 28, 1))).noneMatch(change -> change instanceof Augmentation.Flip);
        assertThat(Augmentation.photographs(new Shape(28, 28, 1))).contains(new Augmentation.Flip());
    }
}
