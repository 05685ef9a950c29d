package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happened to a file, it is used or refused; it never breaks the command. */
class FuzzTest {
    private static final int FILES = 300;
    private static final String[] CELLS = {
        "",
        "NA",
        "inf",
        "-inf",
        "1e400",
        "\"",
        "\"\"",
        "a,b",
        "1;2",
        "\t",
        "é",
        "\u0000",
        "2024-02-30",
        "-",
        "0x1F",
        "99999999999999999999",
        "yes",
        " ",
        "'",
        "\r",
        "1.2.3",
        "١٢",
        "=1+1",
        "\ufeff"
    };

    @TempDir
    private Path folder;

    @Test
    void theExitCodeIsNeverThatOfABug() throws Exception {
        var random = new SplittableRandom(20);
        for (int k = 0; k < FILES; k++) {
            byte[] bytes = mutated(random).getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(4) == 0) {
                for (int i = 0; i < 5 && bytes.length > 0; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            Files.write(folder.resolve("houses.csv"), bytes);
            String command = k % 3 == 0
                    ? "taut inspect houses.csv --target price"
                    : "taut fit houses.csv --target price --folds 3 --lambdas 8 --json --threads 1"
                            + (k % 3 == 1 ? " --allow T0305 --drop-missing-target" : "");
            Shell.Ended ended = new Shell(folder).run(command);
            assertThat(ended.code())
                    .as("file %d, %s:%n%s%n%s", k, command, ended.err(), new String(bytes, StandardCharsets.UTF_8))
                    .isIn(0, 2, 3, 4);
        }
    }

    private static String mutated(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? Tables.houses() : Tables.classes(word -> word));
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && text.length() > 2; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(6)) {
                case 0 -> text.insert(at, CELLS[random.nextInt(CELLS.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 2 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                case 3 -> replaceCell(text, at, CELLS[random.nextInt(CELLS.length)]);
                case 4 -> text.setLength(Math.max(1, random.nextInt(6) == 0 ? at : text.length() - random.nextInt(9)));
                default -> text.insert(at, text.substring(Math.max(0, at - random.nextInt(40)), at));
            }
        }
        return text.toString();
    }

    private static void replaceCell(StringBuilder text, int at, String cell) {
        int start = at;
        while (start > 0 && text.charAt(start - 1) != ',' && text.charAt(start - 1) != '\n') {
            start--;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '\n') {
            end++;
        }
        text.replace(start, end, cell);
    }
}
