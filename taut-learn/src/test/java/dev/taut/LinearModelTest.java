package dev.taut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Refused;
import dev.taut.path.Knot;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.MissingColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearModelTest {
    private static final Table TABLE = Table.of(
            NumericColumn.of("size", 1, 2, 3, 4, 5, 6, 7, 8),
            TextColumn.of("kind", List.of("a", "b", "a", "b", "a", "b", "a", "b")),
            NumericColumn.of("price", 3.1, 6.9, 7.2, 11.1, 10.8, 15.2, 15.1, 18.9));
    private static final Dataset DATA = Dataset.of(TABLE, "price");

    @Test
    void withoutAPenaltyItIsLeastSquares() {
        // By hand: price = β₀ + β₁ size + β₂ [kind = b], normal equations of the eight rows.
        LinearModel model = Linear.regression().penalty(Penalty.none()).at(0).fit(DATA);
        double[] fitted = model.predict(TABLE).means();
        double[] price = ((NumericColumn) TABLE.column("price")).values();
        double[] size = ((NumericColumn) TABLE.column("size")).values();
        double sum = 0;
        double bySize = 0;
        double byKind = 0;
        for (int i = 0; i < 8; i++) {
            double residual = price[i] - fitted[i];
            sum += residual;
            bySize += residual * size[i];
            byKind += residual * (i % 2);
        }
        assertThat(sum).isCloseTo(0, within(1e-10));
        assertThat(bySize).isCloseTo(0, within(1e-10));
        assertThat(byKind).isCloseTo(0, within(1e-10));
    }

    @Test
    void fromLambdaMaxOnEverythingIsExactlyZero() {
        LinearPath path = Linear.regression().path(DATA);
        double lambdaMax = path.path().lambdaMax();
        assertThat(Linear.regression().at(lambdaMax * (1 + 1e-9)).fit(DATA).coefficients())
                .isEmpty();
        assertThat(Linear.regression().at(lambdaMax * 0.999).fit(DATA).coefficients())
                .isNotEmpty();
    }

    @Test
    void everyKnotOfAPathIsAModel() {
        LinearPath path = Linear.regression().path(DATA);
        for (Knot knot : path) {
            assertThat(path.model(knot).coefficients())
                    .hasSize(knot.coefficients().active());
        }
    }

    @Test
    void contributionsInterceptAndPredictionAddUp() {
        LinearModel model = Linear.regression().at(0.1).fit(DATA);
        double[][] parts = model.contributions(TABLE, MissingColumns.REFUSE);
        double[] means = model.predict(TABLE).means();
        for (int i = 0; i < 8; i++) {
            double sum = model.intercepts().get(0);
            for (double[] part : parts) {
                sum += part[i];
            }
            assertThat(sum).isCloseTo(means[i], within(1e-12));
        }
    }

    @Test
    void aModelFileIsReadBackUnchanged(@TempDir Path folder) throws IOException {
        LinearModel model = Linear.regression().at(0.1).fit(DATA);
        Path file = folder.resolve("model.taut");
        model.save(file);
        assertThat(LinearModel.load(file)).isEqualTo(model);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void otherFilesAreRefusedAsModels(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.taut");
        Files.writeString(file, "{\"schema\":\"other\"}");
        assertThatThrownBy(() -> LinearModel.load(file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("T0605");
        Files.writeString(file, "not json");
        assertThatThrownBy(() -> LinearModel.load(file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("T0605");
    }

    @Test
    void aTableWithoutAColumnOfTheModelIsRefused() {
        LinearModel model = Linear.regression().at(0.1).fit(DATA);
        assertThatThrownBy(() -> model.predict(TABLE.keep(name -> !name.equals("size"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("T0601")
                .hasMessageContaining("size");
    }
}
