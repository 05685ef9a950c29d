package dev.taut.neural.file;

import dev.taut.neural.train.TrainingState;
import dev.taut.run.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * A training at the end of an epoch, as a file: from it a training goes on to the same bytes as one that was never interrupted. The
 * file is replaced as a whole, so that whoever is killed while writing leaves the one before.
 */
public final class Checkpoint {
    private static final String STATE = "taut";
    private static final List<String> NAMES = List.of("theta", "mean", "square", "average", "best");

    private Checkpoint() {}

    /** Beside the arrays. */
    record Header(String schema, String fingerprint, TrainingState.Counters counters) {
        static final String SCHEMA = "taut.checkpoint/1";
    }

    /**
     * Writes a checkpoint.
     *
     * @param fingerprint of net, training and rows: what must be the same to go on
     */
    public static void write(Path file, TrainingState state, String fingerprint) throws IOException {
        List<Safetensors.Tensor> tensors = new ArrayList<>();
        for (int k = 0; k < NAMES.size(); k++) {
            float[] values = state.arrays().get(k);
            tensors.add(new Safetensors.Tensor(NAMES.get(k), new int[] {values.length}, values));
        }
        Header header = new Header(Header.SCHEMA, fingerprint, state.counters());
        new Safetensors(Map.of(STATE, Json.mapper().writeValueAsString(header)), tensors).write(file);
    }

    /**
     * The state that was written.
     *
     * @throws BrokenFile if there is none in the file, or one of another training
     */
    public static TrainingState read(Path file, String fingerprint) throws IOException {
        Safetensors tensors = Safetensors.read(file);
        try {
            Header header = Json.mapper().readValue(tensors.metadata().getOrDefault(STATE, "{}"), Header.class);
            if (!header.fingerprint.equals(fingerprint)) {
                throw new BrokenFile("it is of another training: the data, the net or its settings were not the same");
            }
            return TrainingState.of(
                    NAMES.stream().map(name -> tensors.tensor(name).values()).toList(), header.counters);
        } catch (JacksonException e) {
            throw new BrokenFile("it is no checkpoint: " + e.getOriginalMessage());
        }
    }
}
