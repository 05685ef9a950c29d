package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.neural.Mlp;
import dev.taut.neural.file.Checkpoint;
import dev.taut.neural.model.NetModel;
import dev.taut.neural.train.Trainer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nets on the command line: trained, tested, written, predicted with. */
class NetTest {
    private static final String FEW = " --epochs 8 --hidden 8 --threads 1";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void data() {
        shell = new Shell(folder).file("houses.csv", Tables.houses()).bundled("wine.csv");
    }

    @Test
    void aTable() throws IOException {
        Shell.Ended net = shell.run("taut net wine.csv --target class -o out --epochs 40 --threads 2");
        assertThat(net.code()).as(net.err()).isZero();
        assertThat(net.out())
                .contains(
                        "13 → dense 64 → relu → dropout 0.1",
                        "accuracy",
                        "all epochs were done",
                        "a line with a tuned lasso reaches");
        assertThat(net.err()).contains("epoch 1: loss", "epoch 32: loss", "wrote out/model.taut out/net.json");
        assertThat(Files.list(folder.resolve("out"))
                        .map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder("model.taut", "net.json");
        Shell.Ended evaluate = shell.run("taut evaluate out wine.csv --json");
        assertThat(evaluate.code()).isZero();
        Shell.Ended predict = shell.run("taut predict out wine.csv");
        assertThat(predict.out().lines()).hasSize(179);
        assertThat(predict.out()).startsWith("label,p_");
        assertThat(shell.run("taut predict out wine.csv --explain").err()).contains("a net has no coefficients");
        Shell.Ended again = shell.run("taut net wine.csv --target class -o again --epochs 40 --threads 1");
        assertThat(again.out()).isEqualTo(net.out());
        assertThat(Files.readAllBytes(folder.resolve("again/model.taut")))
                .isEqualTo(Files.readAllBytes(folder.resolve("out/model.taut")));
    }

    @Test
    void zerosAreShown() throws IOException {
        Shell.Ended net =
                shell.run("taut net wine.csv --target class --penalty group --lambda 0.05 --decay 0 --epochs 60"
                        + " --hidden 16 --patience 0 --refit 3 -o out");
        assertThat(net.code()).as(net.err()).isZero();
        NetModel model = NetModel.load(folder.resolve("out/model.taut"));
        int dead = model.sparsity().layers().get(0).dead();
        assertThat(dead).isBetween(1, 15);
        assertThat(net.out()).containsPattern("dense1 +208 +\\d+\\.\\d % +16 +" + dead + " ");
        assertThat(model.origin().regularizers()).containsExactly("group 0.05 on *");
    }

    @Test
    void jsonIsAllThereIs() {
        Shell.Ended net = shell.run("taut net houses.csv --target price --json" + FEW);
        assertThat(net.code()).as(net.err()).isZero();
        assertThat(net.out().lines()).hasSize(1);
        assertThat(net.out()).startsWith("{\"schema\":\"taut.net-run/1\"").contains("\"history\":[{\"number\":1,");
    }

    /** A checkpoint of another training is refused; one of the same goes on where it was. */
    @Test
    void trainingGoesOn() throws IOException {
        String command = "taut net houses.csv --target price --resume -o out" + FEW;
        Files.createDirectory(folder.resolve("out"));
        var other = Mlp.of(3).net(dev.taut.neural.layer.Shape.flat(4), 1);
        Checkpoint.write(
                folder.resolve("out/checkpoint.safetensors"), Trainer.start(other.initial(1)), "another training");
        Shell.Ended refused = shell.run(command);
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("training cannot go on", "leave out --resume");
        Files.delete(folder.resolve("out/checkpoint.safetensors"));
        assertThat(shell.run(command).code()).isZero();
        assertThat(shell.run("taut net houses.csv --target price --resume" + FEW)
                        .err())
                .contains("needs the folder");
    }

    /** Four squares, each dark in another corner. */
    private void images(String name, int count, int seed) throws IOException {
        Random random = new Random(seed);
        try (var images = new DataOutputStream(Files.newOutputStream(folder.resolve(name + "-images-idx3-ubyte")));
                var labels = new DataOutputStream(Files.newOutputStream(folder.resolve(name + "-labels-idx1-ubyte")))) {
            images.write(new byte[] {0, 0, 8, 3, 0, 0, 0, (byte) count, 0, 0, 0, 8, 0, 0, 0, 8});
            labels.write(new byte[] {0, 0, 8, 1, 0, 0, 0, (byte) count});
            for (int i = 0; i < count; i++) {
                labels.writeByte(i % 4);
                for (int j = 0; j < 64; j++) {
                    boolean dark = j / 32 == i % 4 / 2 && j % 8 / 4 == i % 2;
                    images.writeByte((dark ? 40 : 160) + random.nextInt(90));
                }
            }
        }
    }

    @Test
    void images() throws IOException {
        images("train", 240, 1);
        images("t10k", 100, 2);
        Shell.Ended net = shell.run("taut net train-images-idx3-ubyte --target label --test t10k-images-idx3-ubyte"
                + " --epochs 6 --batch 32 --augment digits -o out");
        assertThat(net.code()).as(net.err()).isZero();
        assertThat(net.err()).contains("Read  240 rows, 64 pixels");
        assertThat(net.out()).contains("8×8×1 → conv 16 3×3 → batch norm → relu → max pool 2×2", "100 rows");
        Shell.Ended evaluate = shell.run("taut evaluate out t10k-images-idx3-ubyte --markdown");
        assertThat(evaluate.out()).containsPattern("accuracy +\\| +(1\\.00|0\\.9\\d+)");
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        assertThat(shell.run("taut net houses.csv").err()).contains("which column is to be predicted?");
        assertThat(shell.run("taut net houses.csv --target price --images 9x9" + FEW)
                        .err())
                .contains("`--images 9x9` is 81 numbers");
        assertThat(shell.run("taut net houses.csv --target price --penalty l0" + FEW)
                        .err())
                .contains("has no proximal step");
        assertThat(shell.run("taut net houses.csv --target price --mixup 1 --cutmix 1" + FEW)
                        .err())
                .contains("one at a time");
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        broken.writeBytes(new byte[] {10, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
        Files.write(folder.resolve("model.taut"), Arrays.copyOf(broken.toByteArray(), 18));
        assertThat(shell.run("taut predict model.taut houses.csv").err()).contains("T0605");
    }
}
