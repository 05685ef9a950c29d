package dev.taut.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no line of main code does. */
class ForbiddenTest {
    private static final Set<String> BARE =
            Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Error", "java.lang.Throwable");

    @Test
    void nothingIsLeftUnsupported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(UnsupportedOperationException.class)
                .because("a type offers only what it does")
                .check(House.CLASSES);
    }

    @Test
    void noExceptionIsNameless() {
        noClasses()
                .should()
                .callConstructorWhere(describe("the exception has no name of its own", ForbiddenTest::isBare))
                .because("a caller can only handle what has a name")
                .check(House.CLASSES);
    }

    private static boolean isBare(JavaConstructorCall call) {
        // A named exception calls the constructor of the class it extends; that is not a throw.
        return BARE.contains(call.getTargetOwner().getName())
                && !call.getOriginOwner().isAssignableTo(Throwable.class);
    }

    @Test
    void nothingIsJavaSerialized() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class)
                .because("reading such a stream runs what its writer chose")
                .check(House.CLASSES);
    }

    @Test
    void onlyTheCommandLineSpeaks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.taut.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(House.CLASSES);
    }

    @Test
    void randomnessIsNeverUnseeded() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("equal seeds give equal results")
                .check(House.CLASSES);
    }
}
