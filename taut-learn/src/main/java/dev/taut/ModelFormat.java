package dev.taut;

import java.io.IOException;
import java.nio.file.Path;

/** A kind of model file other than JSON, found as a service: how models of other modules are loaded by {@link Model#load(Path)}. */
public interface ModelFormat {
    /** Whether a file that begins with these bytes is of this kind; there are 16 of them, or fewer in a shorter file. */
    boolean reads(byte[] head);

    /**
     * Reads the model.
     *
     * @throws dev.taut.finding.Refused if it is not one that this version reads (T0605)
     */
    Model read(Path file) throws IOException;
}
