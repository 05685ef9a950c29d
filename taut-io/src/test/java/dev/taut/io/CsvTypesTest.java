package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.Column;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a column becomes. */
class CsvTypesTest extends InFolder {
    @Test
    void everyTypeInOneFile() {
        Table table = table("""
                id,price,street,built,seen,sold
                1,1.5,"Rue, Haute",2001-02-03,2001-02-03 04:05:06,true
                2,-2e3,High St,1999/12/31,2001-02-03T04:05,false
                3,,,,,
                """);
        assertThat(table.names()).containsExactly("id", "price", "street", "built", "seen", "sold");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(((NumericColumn) table.column("id")).values()).containsExactly(1, 2, 3);
        assertThat(((NumericColumn) table.column("price")).values()).containsExactly(1.5, -2000, Double.NaN);
        assertThat(((TextColumn) table.column("street")).levels()).containsExactly("Rue, Haute", "High St");
        assertThat(((DateColumn) table.column("built")).seconds(0))
                .isEqualTo(LocalDate.of(2001, 2, 3).atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        assertThat(cells(table.column("built"))).containsExactly("2001-02-03", "1999-12-31", "");
        assertThat(((DateColumn) table.column("seen")).seconds(0))
                .isEqualTo(LocalDateTime.of(2001, 2, 3, 4, 5, 6).toEpochSecond(ZoneOffset.UTC));
        assertThat(((TextColumn) table.column("sold")).levels()).containsExactly("true", "false");
        assertThat(table.columns()).allMatch(column -> column.name().equals("id") || column.isMissing(2));
    }

    @Test
    void aFewWordsAmongNumbersMakeTextAndNoCellIsLost() {
        String rows = "10\n".repeat(300) + "n/a\n" + "\n".repeat(2) + "007\n1.50\n\"1,250\"\nNA\n";
        Column area = table("area\n" + rows).column("area");
        assertThat(area).isInstanceOf(TextColumn.class);
        assertThat(cells(area).subList(300, 305)).containsExactly("n/a", "007", "1.50", "1,250", "");
        assertThat(cells(area).subList(0, 300)).containsOnly("10");
    }

    @Test
    void aWordAmongDatesMakesText() {
        assertThat(cells(table("d\n2001-01-01\n2001-02-30\n").column("d"))).containsExactly("2001-01-01", "2001-02-30");
    }

    @Test
    void severalMixedColumnsAreReadAgainTogether() {
        Table table = table("a,b,c\n1,2,x\nu,3,y\n4,v,z\n");
        assertThat(cells(table.column("a"))).containsExactly("1", "u", "4");
        assertThat(cells(table.column("b"))).containsExactly("2", "3", "v");
        assertThat(cells(table.column("c"))).containsExactly("x", "y", "z");
    }

    @Test
    void leadingGapsDoNotDecideTheType() {
        Table table = table("a,b,c,d\n,,,\nNA,NA,NA,NA\n1,x,2001-01-01,\n");
        assertThat(table.columns())
                .extracting(column -> (Object) column.getClass())
                .containsExactly(NumericColumn.class, TextColumn.class, DateColumn.class, NumericColumn.class);
        assertThat(table.columns()).extracting(Column::missing).containsExactly(2, 2, 2, 3);
    }

    @Test
    void theMissingWordsAreExactlyThese() {
        Column column = table(
                        "a,b\nx,1\nNA,2\nNaN,3\nnan,4\nnull,5\nNULL,6\n?,7\n,8\nna,9\nn/a,10\nNone,11\n-,12\n\"NA\",13\n")
                .column("a");
        assertThat(cells(column)).containsExactly("x", "", "", "", "", "", "", "", "na", "n/a", "None", "-", "");
    }

    @Test
    void otherMissingWordsCanBeNamed() {
        String text = "a,b\n1,x\nn/a,NA\n3,n/a\n";
        Table added = table(text, ReadOptions.DEFAULTS.alsoMissing("n/a"));
        assertThat(((NumericColumn) added.column("a")).values()).containsExactly(1, Double.NaN, 3);
        assertThat(cells(added.column("b"))).containsExactly("x", "", "");
        Table only = table(text, ReadOptions.DEFAULTS.withMissing(List.of("n/a")));
        assertThat(cells(only.column("b"))).containsExactly("x", "NA", "");
    }

    @Test
    void aMissingWordThatIsANumberMeansItsValue() {
        String text = "a,b\n1,inf\n-999,-Inf\n-999.0,2\n";
        Table table = table(text, ReadOptions.DEFAULTS.alsoMissing("-999", "inf"));
        assertThat(((NumericColumn) table.column("a")).values()).containsExactly(1, Double.NaN, Double.NaN);
        assertThat(((NumericColumn) table.column("b")).values()).containsExactly(Double.NaN, Double.NaN, 2);
        assertThat(((NumericColumn) table(text).column("b")).values())
                .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2);
    }

    @Test
    void categoricalColumnsKeepTheirDigits() {
        Table table = table("zip,x\n01234,1\n10000,2\n", ReadOptions.DEFAULTS.withCategorical(Set.of("zip")));
        assertThat(((TextColumn) table.column("zip")).levels()).containsExactly("01234", "10000");
    }

    @Test
    void blanksAroundUnquotedCellsAreNoPartOfThem() {
        Table table = table("a , b,c\n 1 , x ,\" y \"\n2,\tz\t, w \n");
        assertThat(table.names()).containsExactly("a", "b", "c");
        assertThat(((NumericColumn) table.column("a")).values()).containsExactly(1, 2);
        assertThat(cells(table.column("b"))).containsExactly("x", "z");
        assertThat(cells(table.column("c"))).containsExactly(" y ", "w");
    }

    @Test
    void quotedNumbersAreNumbers() {
        Table table = table("\"a\",\"b\"\n\"1\",\"2001-01-01\"\n\"\",\"NA\"\n");
        assertThat(((NumericColumn) table.column("a")).values()).containsExactly(1, Double.NaN);
        assertThat(cells(table.column("b"))).containsExactly("2001-01-01", "");
    }

    @Test
    void whatOnlyLooksLikeANumberIsText() {
        for (String word :
                List.of("0x10", "1d", "1f", "$5", "5%", "1 000", "1_000", "--1", "1e", "e5", ".", "+", "1.2.3", "١")) {
            assertThat(table("a,b\n" + word + ",1\n").column("a")).as(word).isInstanceOf(TextColumn.class);
        }
    }
}
