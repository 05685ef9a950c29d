package dev.taut.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which room may enter which: an arrow never points back. */
class DirectionTest {
    @ParameterizedTest(name = "{0} may touch {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                    kernel  | ''
                    design  | kernel
                    loss    | kernel
                    penalty | kernel design
                    solver  | kernel design loss penalty
                    path    | kernel design loss penalty solver
                    finding | ''
                    data    | finding
                    run     | finding data
                    check   | finding data run design
                    text    | ''
                    recipe  | finding data design loss text
                    fold    | data finding
                    metric  | data loss run
                    io      | finding data design
                    report  | finding data run
                    lesson.scratch | ''
                    neural.layer | kernel
                    neural.loss  | loss
                    neural.net   | kernel neural.layer neural.loss
                    neural.penalty | kernel design penalty neural.layer
                    neural.train | kernel neural.layer neural.loss neural.net neural.penalty
                    """)
    void aRoomTouchesOnly(String room, String others) {
        classes()
                .that()
                .resideInAPackage("dev.taut." + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("dev.taut..").or(resideInAnyPackage(packages(room + " " + others))))
                .allowEmptyShould(true)
                .check(House.CLASSES);
    }

    @Test
    void nobodyTouchesTheCommandLine() {
        classes()
                .that()
                .resideOutsideOfPackage("dev.taut.cli..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.taut.cli.."))
                .check(House.CLASSES);
    }

    @Test
    void everySourceIsLookedAt() {
        assertThat(House.sources().stream()
                        .map(source -> source.toString().replace('\\', '/'))
                        .filter(source -> !source.contains("taut-testkit") && !source.endsWith("-info.java"))
                        .map(source -> source.replaceAll(".*/src/main/java/|\\.java$", ""))
                        .map(source -> source.replace('/', '.')))
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(House.CLASSES.contain(name)).as(name).isTrue());
    }

    private static String[] packages(String rooms) {
        return Arrays.stream(rooms.strip().split(" "))
                .map(room -> "dev.taut." + room + "..")
                .toArray(String[]::new);
    }
}
