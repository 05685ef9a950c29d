package dev.taut.scale;

/** One library's objective, put beside Taut's. */
interface Library {
    Equivalent under(Circumstances c, Mix mix);
}
