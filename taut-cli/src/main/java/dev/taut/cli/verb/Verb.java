package dev.taut.cli.verb;

import dev.taut.cli.call.Call;
import java.io.IOException;
import java.util.List;

/** Something the command can do; its parameters and options are annotated fields. */
public interface Verb {
    /** A command line that works as it stands, but for the names of files: the first line of the help screen. */
    String example();

    /** The flags that the help screen explains one by one; the others it only lists. */
    List<String> explained();

    /**
     * Does it.
     *
     * @return the exit code
     * @throws dev.taut.finding.Refused if the arguments or the data cannot be used
     * @throws IOException              if something could not be read or written that no finding speaks of
     */
    int run(Call call) throws IOException;
}
