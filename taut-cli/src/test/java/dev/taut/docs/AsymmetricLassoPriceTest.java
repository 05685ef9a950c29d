package dev.taut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.design.Features;
import dev.taut.penalty.SeparableProx;
import org.junit.jupiter.api.Test;

/** What the price of a negative coefficient means. */
class AsymmetricLassoPriceTest {
    @Test
    void downIsThePriceOfMinusOne() {
        SeparableProx prox = (SeparableProx) new AsymmetricLasso(3).at(2, Features.numbered(1));
        assertThat(prox.value(0, 1)).isEqualTo(2);
        assertThat(prox.value(0, -1)).isEqualTo(6);
    }

    @Test
    void aNegativePriceIsRefused() {
        assertThatThrownBy(() -> new AsymmetricLasso(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("down must be a finite number ≥ 0, not -1.0");
    }
}
