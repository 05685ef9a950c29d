package dev.taut.bench;

import java.nio.file.Path;

/** Arguments: class of the contestant, folder of the workload. Loads and ends: what memory the data take by themselves. */
public final class Load {
    private Load() {}

    public static void main(String[] arguments) throws Exception {
        Class.forName(arguments[0])
                .asSubclass(Contestant.class)
                .getConstructor(double.class)
                .newInstance(1e-9)
                .load(Workload.read(Path.of(arguments[1])));
    }
}
