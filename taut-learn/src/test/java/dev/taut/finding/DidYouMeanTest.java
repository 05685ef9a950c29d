package dev.taut.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> NAMES = List.of("id", "price", "Sepal.Length", "area_m2", "rooms", "bp");

    @ParameterizedTest
    @CsvSource({
        "pirce, price",
        "PRICE, price",
        "sepal_length, Sepal.Length",
        "SepalLenght, Sepal.Length",
        "area, area_m2",
        "room, rooms",
        "pb, bp",
        "di, id"
    })
    void aSlipIsForgiven(String typed, String meant) {
        assertThat(DidYouMean.of(typed, NAMES)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"income", "x", "colour", "''"})
    void anotherWordIsNot(String typed) {
        assertThat(DidYouMean.of(typed, NAMES)).isEmpty();
    }

    @Test
    void theNearestWins() {
        assertThat(DidYouMean.of("lengh", List.of("lung", "length", "longer"))).hasValue("length");
        assertThat(DidYouMean.of("a", List.of())).isEmpty();
    }
}
