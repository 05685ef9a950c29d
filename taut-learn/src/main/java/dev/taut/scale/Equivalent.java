package dev.taut.scale;

/** What another library has for a penalty under given circumstances. */
public sealed interface Equivalent permits Translation, Equivalent.None {
    /**
     * Nothing.
     *
     * @param why a clause such as {@code always penalises the intercept}
     */
    record None(String why) implements Equivalent {}
}
