package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.taut.data.NumericColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is not blamed for what it has not done. */
class CsvFailureTest {
    @Test
    void aFailureInsideAColumnIsNoOpenQuote() {
        assertThatThrownBy(() -> CsvReading.rethrow(new NoClassDefFoundError("a parser of numbers")))
                .isInstanceOf(NoClassDefFoundError.class);
        assertThatThrownBy(() -> CsvReading.rethrow(new IllegalStateException("a column")))
                .isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> CsvReading.rethrow(new CsvParseException("an open quote")))
                .doesNotThrowAnyException();
        assertThatCode(() -> CsvReading.rethrow(null)).doesNotThrowAnyException();
    }

    @Test
    void seventeenDigitsAreReadToTheLast(@TempDir Path folder) throws Exception {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("x\n");
        double[] written = new double[500];
        for (int i = 0; i < written.length; i++) {
            written[i] = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            text.append(String.format(java.util.Locale.ROOT, i % 2 == 0 ? "%.17g%n" : "\"%.16e\"%n", written[i]));
        }
        Path file = Files.writeString(folder.resolve("digits.csv"), text);
        NumericColumn read = (NumericColumn) Tables.read(file).column("x");
        assertThat(read.values()).containsExactly(written);
    }
}
