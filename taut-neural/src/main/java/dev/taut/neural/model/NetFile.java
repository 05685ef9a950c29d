package dev.taut.neural.model;

import dev.taut.ModelFormat;
import dev.taut.Version;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.neural.file.BrokenFile;
import dev.taut.neural.file.LayerJson;
import dev.taut.neural.file.Safetensors;
import dev.taut.neural.layer.Slot;
import dev.taut.neural.net.Net;
import dev.taut.run.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Nets as files that {@link dev.taut.Model#load} finds. */
public final class NetFile implements ModelFormat {
    static final String SCHEMA = "taut.net/1";
    private static final String CONFIG = "taut";

    /** All but the parameters. */
    record Config(
            String schema,
            String version,
            Inputs inputs,
            List<LayerJson> layers,
            Outputs outputs,
            NetModel.Origin origin) {}

    static void write(NetModel model, Path file) throws IOException {
        Config config = new Config(
                SCHEMA,
                Version.TEXT,
                model.inputs(),
                LayerJson.of(model.net().layers()),
                model.outputs(),
                model.origin());
        List<Safetensors.Tensor> tensors = model.net().layout().slots().stream()
                .map(slot -> tensor(slot, model.theta()))
                .toList();
        new Safetensors(Map.of(CONFIG, Json.mapper().writeValueAsString(config)), tensors).write(file);
    }

    private static Safetensors.Tensor tensor(Slot slot, float[] theta) {
        float[] values = java.util.Arrays.copyOfRange(theta, slot.from(), slot.to());
        int[] shape = slot.rows() == 1 ? new int[] {slot.columns()} : new int[] {slot.rows(), slot.columns()};
        return new Safetensors.Tensor(slot.name(), shape, values);
    }

    @Override
    public boolean reads(byte[] head) {
        return Safetensors.begins(head);
    }

    @Override
    public NetModel read(Path file) throws IOException {
        try {
            Safetensors tensors = Safetensors.read(file);
            String json = tensors.metadata().getOrDefault(CONFIG, "");
            if (json.isEmpty()) {
                throw new BrokenFile("its header says nothing about a net");
            }
            String schema = Json.mapper().readTree(json).path("schema").asString("");
            if (!schema.equals(SCHEMA)) {
                throw new BrokenFile("its schema is " + schema + ", this version reads " + SCHEMA);
            }
            Config config = Json.mapper().readValue(json, Config.class);
            Net net = new Net(config.inputs.shape(), LayerJson.layers(config.layers));
            float[] theta = new float[net.parameters()];
            for (Slot slot : net.layout().slots()) {
                float[] values = tensors.tensor(slot.name()).values();
                if (values.length != slot.size()) {
                    throw new BrokenFile(
                            "tensor " + slot.name() + " has " + values.length + " numbers, not " + slot.size());
                }
                System.arraycopy(values, 0, theta, slot.from(), values.length);
            }
            return new NetModel(config.inputs, config.outputs, net, theta, config.origin);
        } catch (BrokenFile | JacksonException e) {
            throw new Refused(Finding.of(
                            Code.MODEL_UNREADABLE,
                            String.valueOf(file.getFileName()),
                            "`" + file.getFileName() + "` is not a model file that this version reads")
                    .because(String.valueOf(e.getMessage()))
                    .help("taut net DATA --target Y -o DIR writes DIR/model.taut"));
        }
    }
}
