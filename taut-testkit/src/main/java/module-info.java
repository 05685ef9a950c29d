/** The contracts of core and learn as inheritable tests. */
module dev.taut.testkit {
    requires static org.jspecify;
    requires tools.jackson.databind;
    requires transitive dev.taut.learn;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;

    exports dev.taut.testkit;
}
