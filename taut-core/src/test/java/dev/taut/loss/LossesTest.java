package dev.taut.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "squared",
                "logistic",
                "probit",
                "cloglog",
                "multinomial",
                "poisson",
                "gamma",
                "tweedie:1.5",
                "tweedie:1.0625",
                "negbin:2",
                "negbin:0.1",
                "huber:1.35",
                "huber:1.0E10"
            })
    void aNameIsReadBackAsItself(String name) {
        Loss loss = Losses.named(name);
        assertThat(Losses.named(loss.name())).isEqualTo(loss);
        assertThat(loss.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"tweedie:1, poisson", "tweedie:2, gamma", "tweedie:1.50, tweedie:1.5", "huber:2.0, huber:2"})
    void oneLossHasOneName(String name, String same) {
        assertThat(Losses.named(name)).isEqualTo(Losses.named(same));
        assertThat(Losses.named(name).name()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "tweedie, needs a number: `tweedie:POWER`",
        "huber:, needs a number: `huber:DELTA`",
        "poisson:2, takes no parameter",
        "huber:wide, `wide` is not a number; the loss is written `huber:DELTA`",
        "huber:0, finite number > 0",
        "huber:NaN, finite number > 0",
        "negbin:-1, finite number > 0",
        "tweedie:0.5, from 1 to 2",
        "tweedie:NaN, from 1 to 2",
        "poison, 'no loss `poison`; there are squared, logistic, probit'"
    })
    void whatIsWrongWithAName(String name, String message) {
        assertThatThrownBy(() -> Losses.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
