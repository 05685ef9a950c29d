package dev.taut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.data.Dataset;
import dev.taut.fold.Folds;
import dev.taut.io.Tables;
import dev.taut.path.Knot;
import dev.taut.penalty.Penalty;
import dev.taut.study.Study;
import dev.taut.tuning.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java, run. */
class DoorTest {
    @TempDir
    private Path folder;

    private Path csv;

    @BeforeEach
    void data() throws IOException {
        csv = folder.resolve("diabetes.csv");
        try (InputStream in = DoorTest.class.getResourceAsStream("/dev/taut/cli/demo/diabetes.csv")) {
            Files.copy(Objects.requireNonNull(in), csv);
        }
    }

    @Test
    void fromAFileToAModel() throws IOException {
        Path file = folder.resolve("diabetes.taut");
        // @start region="door"
        Dataset data = Dataset.of(Tables.read(csv), "progression");
        Linear lasso = Linear.regression().penalty(Penalty.lasso());

        for (Knot knot : lasso.path(data)) { // the whole path, every knot proved
            System.out.println(knot.lambda() + " " + knot.coefficients().active() + " "
                    + knot.certificate().gap());
        }

        var tuned = Study.crossValidate(lasso, data, Folds.of(10).seed(42)); // how strong?
        LinearModel model = tuned.select(Rule.ONE_STANDARD_ERROR).model();
        model.save(file); // data, not code: JSON

        LinearModel.load(file).predict(Tables.read(csv)).mean(0); // the same numbers

        Linear.logistic().penalty(Penalty.elasticNet(0.5)); // other losses, other penalties
        Linear.regression()
                .penalty(Penalty.ridge()
                        .within("s*", 0, Double.POSITIVE_INFINITY)
                        .free("bmi"));
        // @end region="door"
        assertThat(model.coefficients()).hasSizeBetween(3, 9);
        assertThat(LinearModel.load(file).predict(Tables.read(csv)).mean(0))
                .isEqualTo(model.predict(Tables.read(csv)).mean(0))
                .isBetween(150.0, 250.0);
    }
}
