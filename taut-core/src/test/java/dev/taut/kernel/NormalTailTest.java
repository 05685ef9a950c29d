package dev.taut.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References were computed with 40 digits: √(π/2)·exp(x²/2)·erfc(x/√2), and what follows from it. */
class NormalTailTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1.25331413731550025",
        "0.1, 1.15926239961873632",
        "0.5, 0.876364456453692347",
        "0.66, 0.793566964171895475",
        "0.67, 0.7888283627629859",
        "1, 0.655679542418798472",
        "2, 0.421369229288054473",
        "3.7, 0.253777637406793565",
        "5, 0.192808104715315765",
        "5.66, 0.171613122999178314",
        "5.7, 0.170473760745927853",
        "10, 0.0990285964717319214",
        "37, 0.0270073279651283361",
        "200, 0.00499987500937382833",
        "1000, 0.000999999000002999985"
    })
    void millsRatio(double x, double reference) {
        assertThat(NormalTail.mills(x)).isCloseTo(reference, within(5e-16 * reference));
    }

    @ParameterizedTest
    @CsvSource({
        "-40, -804.608442013753788, 40.0249688472072637, 0.999377331621408611",
        "-10, -53.2312851505124706, 10.098093233962512, 0.990554622174343739",
        "-3, -6.60772622151034954, 3.28309865493043651, 0.929440813214731883",
        "-1, -1.84102164500926351, 1.52513527616098121, 0.800902334429651208",
        "-0.1, -0.776154592730273326, 0.862617471530936144, 0.657847155037331809",
        "0, -0.693147180559945309, 0.797884560802865356, 0.636619772367581343",
        "0.3, -0.481410161588481205, 0.61722085361273445, 0.566127838218252898",
        "2, -0.0230129093289634885, 0.0552478626789899591, 0.11354805168857645",
        "5, -2.86651612963763593e-7, 1.48671994090490571e-6, 7.43360191486071125e-6",
        "8, -6.22096057427178606e-16, 5.05227108353689543e-15, 4.0418168668295189e-14"
    })
    void logShareAndItsDerivatives(double z, double log, double slope, double bend) {
        double mills = NormalTail.mills(Math.abs(z));
        double density = NormalTail.density(z);
        double hazard = NormalTail.hazard(z, mills, density);
        assertThat(NormalTail.logShare(z, mills, density)).isCloseTo(log, within(2e-15 * Math.abs(log)));
        assertThat(hazard).isCloseTo(slope, within(1e-14 * slope));
        assertThat(NormalTail.bend(z, hazard)).isCloseTo(bend, within(5e-13 * bend));
    }

    @Test
    void bendIsContinuousWhereItsFormulaChanges() {
        double before = NormalTail.bend(-200, 1 / NormalTail.mills(200));
        assertThat(NormalTail.bend(Math.nextDown(-200.0), 200)).isCloseTo(before, within(2e-11));
        assertThat(NormalTail.bend(-1e6, 1e6)).isBetween(1 - 1e-11, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"1e-300", "1e-12", "0.001", "0.3", "0.5", "0.7", "0.999"})
    void quantileIsTheInverse(double p) {
        double z = NormalTail.quantile(p);
        assertThat(NormalTail.share(z)).isCloseTo(p, within(1e-14 * p + 1e-16 * z * z * p));
    }
}
