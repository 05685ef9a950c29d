package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes a file holds, reading it ends in a table or in a refusal that names the file; never otherwise. */
class CsvFuzzTest extends InFolder {
    private static final String[] SEEDS = {
        "id,price,street,built\n1,2.5,\"Rue, Haute\",2001-02-03\n2,,High,2001-02-04\n3,1e5,\"say \"\"x\"\"\",\n",
        "a;b;c\n1,5;x;true\n2,5;y;false\n",
        "x\ty\n1\t2\n3\t4\n",
        "y\n1\n2\n",
        "\uFEFFné,b\r\nñ,1\r\nü,2\r\n"
    };

    private int read;
    private int refused;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aTableOrARefusal(int seed) {
        var random = new Random(31L * seed);
        for (int i = 0; i < 120; i++) {
            byte[] bytes = SEEDS[seed].getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k <= random.nextInt(4); k++) {
                bytes = mutate(bytes, random);
            }
            byte[] content = i % 10 == 0 ? mutate(gzip(bytes), random) : bytes;
            attempt(content);
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private void attempt(byte[] content) {
        try {
            Table table = Tables.read(file("x.csv", content));
            assertThat(table.rows()).isPositive();
            assertThat(table.columns()).isNotEmpty();
            read++;
        } catch (Refused refusal) {
            assertThat(refusal.findings()).isNotEmpty().allSatisfy(CsvFuzzTest::wellFormed);
            refused++;
        }
    }

    private static void wellFormed(Finding finding) {
        assertThat(finding.code().id()).startsWith("T01");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).isNotBlank();
        assertThat(finding.text()).doesNotContain("null").doesNotContain("\0");
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int length = random.nextInt(Math.min(12, bytes.length - at + 1) + 1) % (bytes.length - at + 1);
        byte[] piece = switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 ->
                random.nextBoolean() ? "\"".getBytes(StandardCharsets.UTF_8) : "\n".getBytes(StandardCharsets.UTF_8);
            case 2 -> ",;\t|".substring(random.nextInt(4)).getBytes(StandardCharsets.UTF_8);
            case 3 -> new byte[] {(byte) random.nextInt(256), (byte) random.nextInt(256)};
            case 4 ->
                Arrays.copyOfRange(bytes, random.nextInt(bytes.length + 1) % Math.max(1, bytes.length), bytes.length);
            default -> "é\r\n\r".substring(random.nextInt(4)).getBytes(StandardCharsets.UTF_8);
        };
        byte[] result = new byte[bytes.length - length + piece.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(bytes, at + length, result, at + piece.length, bytes.length - at - length);
        return result;
    }
}
