package dev.taut.cli.terminal;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a call finds around it.
 *
 * @param environment  the variables of the environment
 * @param folder       where relative paths start
 * @param out          for results
 * @param err          for everything else
 * @param charset      of both streams
 * @param terminal     whether {@code err} is a terminal
 * @param interruption whether somebody wants the call to end
 */
public record Host(
        Map<String, String> environment,
        Path folder,
        OutputStream out,
        OutputStream err,
        Charset charset,
        boolean terminal,
        Interruption interruption) {

    /** Colour for a terminal that wants it: see no-color.org. */
    public Style style(boolean noColor) {
        boolean plain = noColor
                || !terminal
                || !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return plain ? Style.PLAIN : Style.COLOUR;
    }

    /** A path as the user typed it, seen from where the user is. */
    public Path path(String typed) {
        return folder.resolve(typed);
    }
}
