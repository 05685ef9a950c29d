package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.design.SparseDesign;
import dev.taut.finding.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SvmlightTest extends InFolder {
    private static final String TEXT = """
            # two rows, one without features
            +1 1:0.5 3:-2e1  # a comment
            -1

            2.5 2:1 3:0 4:7\r
            """;

    @Test
    void rowsBecomeColumns() {
        SparseTable read = Svmlight.read(file("x.svm", TEXT));
        assertThat(read.labels()).containsExactly(1, -1, 2.5);
        assertThat(dense(read.features()))
                .isDeepEqualTo(new double[][] {{0.5, 0, 0}, {0, 0, 1}, {-20, 0, 0}, {0, 0, 7}});
        assertThat(read.features().nonZeros()).isEqualTo(4);
        assertThat(read.source().reader()).isEqualTo("svmlight");
        assertThat(Svmlight.read(file("x.svm", TEXT), 9).features().columns()).isEqualTo(9);
    }

    @Test
    void smallOnesAreTablesToo() {
        Table table = Tables.read(file("x.libsvm.gz", gzip(TEXT.getBytes(StandardCharsets.UTF_8))));
        assertThat(table.names()).containsExactly("label", "f1", "f2", "f3", "f4");
        assertThat(((NumericColumn) table.column("f3")).values()).containsExactly(-20, 0, 0);
        assertThat(table.source().reader()).isEqualTo("svmlight, gzip");
    }

    @Test
    void randomMatricesComeBack() {
        var random = new Random(3);
        for (int trial = 0; trial < 20; trial++) {
            int rows = 1 + random.nextInt(3000);
            int columns = 1 + random.nextInt(40);
            double[][] x = new double[columns][rows];
            var text = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                text.append(i);
                for (int j = 0; j < columns; j++) {
                    if (random.nextInt(5) == 0) {
                        x[j][i] = random.nextGaussian();
                        text.append(' ').append(j + 1).append(':').append(x[j][i]);
                    }
                }
                text.append('\n');
            }
            SparseTable read = Svmlight.read(file("x.svm", text.toString()), columns);
            assertThat(read.labels()).hasSize(rows);
            assertThat(dense(read.features())).isDeepEqualTo(x);
        }
    }

    @Test
    void everyBadLineIsTold() {
        Path path = file("x.svm", "+1 1:1\n+1 3:1 2:1\nspam 1:1\n-1 0:1\n-1 4:x\n-1 1:1\n");
        assertThat(refusal(() -> Svmlight.read(path))).isEqualTo("""
                error[T0108]: line 2 is not `label index:value …`: index 2 comes after 3
                  2 | +1 3:1 2:1
                  3 | spam 1:1
                  4 | -1 0:1
                  help: sort the indices within each line; 4 bad lines of 6""");
    }

    @Test
    void whatIsWrongWithALine() {
        assertThat(fault("spam 1:1")).isEqualTo("the label `spam` is no number");
        assertThat(fault("1,2 1:1")).isEqualTo("the label `1,2` is no number");
        assertThat(fault("nan 1:1")).isEqualTo("the label `nan` is no number");
        assertThat(fault("1 0:1")).isEqualTo("index 0, but indices start at 1");
        assertThat(fault("1 2:1 2:1")).isEqualTo("index 2 comes after 2");
        for (String pair :
                new String[] {"7", "7:", ":7", "a:1", "-1:1", "1:inf", "1:nan", "qid:3", "1:2:3", "9999999999:1"}) {
            assertThat(fault("1 " + pair)).isEqualTo("`" + pair + "` is no pair of an index and a number");
        }
    }

    @Test
    void whateverTheBytesATableOrARefusal() {
        var random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k <= random.nextInt(3); k++) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : " \n:#1-".charAt(random.nextInt(6)));
            }
            Path path = file("x.svm", bytes);
            try {
                assertThat(Svmlight.read(path).features().columns()).isPositive();
            } catch (Refused refusal) {
                assertThat(refusal.findings())
                        .allMatch(finding -> finding.code().id().startsWith("T01"));
                refused++;
            }
        }
        assertThat(refused).isBetween(50, 290);
    }

    private String fault(String line) {
        String refusal = refusal(() -> Svmlight.read(file("x.svm", line + "\n")));
        String first = refusal.lines().findFirst().orElseThrow();
        return first.substring(first.indexOf("…`: ") + 4);
    }

    @Test
    void tooWideForATable() {
        assertThat(refusal(() -> Tables.read(file("x.svm", "1 10345:1\n")))).isEqualTo("""
                error[T0102]: x.svm has 10 345 features in 1 row: too many for a table of columns
                  the most is 5 000 features and 100 000 000 cells
                  help: in Java, Svmlight.read keeps it sparse""");
    }

    @Test
    void nothingInIt() {
        assertThat(refusal(() -> Svmlight.read(file("x.svm", "# nothing\n\n")))).isEqualTo("""
                error[T0102]: x.svm has no rows
                  nothing but blank lines and comments""");
    }

    private static double[][] dense(SparseDesign design) {
        double[][] columns = new double[design.columns()][design.rows()];
        for (int j = 0; j < columns.length; j++) {
            design.axpy(j, 1, columns[j], 0);
        }
        return columns;
    }
}
