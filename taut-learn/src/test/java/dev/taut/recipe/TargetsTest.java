package dev.taut.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.data.TextColumn;
import dev.taut.finding.Refused;
import dev.taut.loss.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static Dataset text(String... cells) {
        return Dataset.of(Table.of(TextColumn.of("y", List.of(cells))), "y");
    }

    @Test
    void numbersStayNumbers() {
        Dataset data = Dataset.of(Table.of(NumericColumn.of("y", 3, 1, 2)), "y");
        assertThat(Targets.of(data)).isEqualTo(new Targets("y", Task.REGRESSION, List.of()));
        assertThat(((Target.Numeric) Targets.of(data).encode(data)).values()).containsExactly(3, 1, 2);
    }

    @Test
    void zeroAndOneAreClassesAndOneIsPositive() {
        Dataset data = Dataset.of(Table.of(NumericColumn.of("y", 1, 0, 0, 1)), "y");
        Targets targets = Targets.of(data);
        assertThat(targets.classes()).containsExactly("0", "1");
        Target.Classes classes = (Target.Classes) targets.encode(data);
        assertThat(classes.codes()).containsExactly(1, 0, 0, 1);
        assertThat(classes.count()).isEqualTo(2);
    }

    @Test
    void classesStandInOrderAndTheAffirmativeOneIsLast() {
        assertThat(Targets.of(text("Yes", "no", "no")).classes()).containsExactly("no", "Yes");
        assertThat(Targets.of(text("case", "control", "case")).classes()).containsExactly("control", "case");
        assertThat(Targets.of(text("c10", "c2", "b")).classes()).containsExactly("b", "c10", "c2");
        assertThat(Targets.of(text("10", "9", "x")).classes()).containsExactly("9", "10", "x");
    }

    @Test
    void aFoldWithoutAClassIsCodedAlike() {
        Dataset data = text("a", "b", "c");
        Target.Classes fold = (Target.Classes) Targets.of(data).encode(data.rows(new int[] {2, 0}));
        assertThat(fold.codes()).containsExactly(2, 0);
        assertThat(fold.count()).isEqualTo(3);
    }

    @Test
    void whatCannotBeCodedIsRefused() {
        Targets targets = Targets.of(text("a", "b", "c"));
        assertThatThrownBy(() -> targets.encode(text("a", "d")))
                .isInstanceOf(Refused.class)
                .hasMessage("""
                        error[T0602]: target `y` has the class "d", which the model does not know
                          its classes: a, b, c""");
        assertThatThrownBy(() -> targets.encode(text("a", "")))
                .isInstanceOf(Refused.class)
                .hasMessage("error[T0202]: target `y` has 1 missing value");
        Targets numbers = new Targets("y", Task.REGRESSION, List.of());
        assertThatThrownBy(() -> numbers.encode(text("a", "b")))
                .isInstanceOf(Refused.class)
                .hasMessage("error[T0201]: target `y` does not hold numbers");
    }

    @Test
    void weightsAndOffsetsHaveNeutralDefaults() {
        Table table = Table.of(NumericColumn.of("y", 1, 2), NumericColumn.of("w", 3, 4), NumericColumn.of("o", 5, 6));
        Dataset plain = Dataset.of(table, "y");
        assertThat(Targets.weights(plain)).containsExactly(1, 1);
        assertThat(Offsets.of(plain)).containsExactly(0, 0);
        assertThat(Targets.weights(plain.weights("w"))).containsExactly(3, 4);
        assertThat(Offsets.of(plain.offset("o"))).containsExactly(5, 6);
    }
}
