package dev.taut.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Arguments: class of the contestant, folder of the workload, tolerance, repetitions, CPU seconds of warming up, CPU
 * seconds at which to stop, and the stride through the λ (10 visits every tenth).
 *
 * <p>Writes coefficients.bin (one λ after another; fewer than asked if time ran out) and times.txt: CPU seconds of the
 * whole process, with the JIT's and the collector's; or refused.txt with the reason.
 */
public final class Race {
    /** A first run that took this long has warmed itself up; it is repeated once. */
    private static final double LONG = 10;
    /** The clock of CPU time may tick in steps of 10 ms: shorter than this is repeated and averaged. */
    private static final double MEASURABLE = 0.5;

    private final Contestant contestant;
    private final double[] lambdas;
    private final double limit;
    private List<Supplier<double[]>> found = List.of();

    private Race(Contestant contestant, double[] lambdas, double limit) {
        this.contestant = contestant;
        this.lambdas = lambdas;
        this.limit = limit;
    }

    public static void main(String[] arguments) throws Exception {
        Workload workload = Workload.read(Path.of(arguments[1]));
        Contestant contestant = Class.forName(arguments[0])
                .asSubclass(Contestant.class)
                .getConstructor(double.class)
                .newInstance(Double.parseDouble(arguments[2]));
        Optional<String> refusal = contestant.refusal(workload);
        if (refusal.isPresent()) {
            Files.writeString(workload.folder().resolve("refused.txt"), refusal.get());
            return;
        }
        contestant.load(workload);
        double[] lambdas = strided(workload.lambdas(), Integer.parseInt(arguments[6]));
        Race race = new Race(contestant, lambdas, Double.parseDouble(arguments[5]));
        List<Double> times = race.run(Integer.parseInt(arguments[3]), Double.parseDouble(arguments[4]));
        race.write(workload.folder(), times);
        // Some packages leave threads behind that would keep the process alive.
        System.exit(0);
    }

    private static double[] strided(double[] all, int stride) {
        double[] some = new double[(all.length + stride - 1) / stride];
        for (int k = 0; k < some.length; k++) {
            some[k] = all[k * stride];
        }
        return some;
    }

    private List<Double> run(int repetitions, double warm) throws Exception {
        double first = once();
        if (found.size() < lambdas.length) {
            return List.of(first);
        }
        for (double spent = first; spent < warm; ) {
            spent += once();
        }
        List<Double> times = new ArrayList<>();
        for (int k = 0; k < (first > LONG ? 1 : repetitions); k++) {
            times.add(several());
        }
        return times;
    }

    /** Seconds of one run, from as many as the coarse clock needs. */
    private double several() throws Exception {
        int runs = 0;
        double spent = 0;
        while (spent < MEASURABLE) {
            spent += once();
            runs++;
        }
        return spent / runs;
    }

    private double once() throws Exception {
        List<Supplier<double[]>> knots = new ArrayList<>();
        double start = cpu();
        contestant.fit(lambdas, coefficients -> {
            knots.add(coefficients);
            return cpu() - start < limit;
        });
        double taken = cpu() - start;
        found = knots;
        return taken;
    }

    /** CPU seconds of this process so far, all threads. */
    public static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private void write(Path folder, List<Double> times) throws IOException {
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve("coefficients.bin"))))) {
            for (Supplier<double[]> coefficients : found) {
                for (double value : coefficients.get()) {
                    out.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(value)));
                }
            }
        }
        Files.write(folder.resolve("times.txt"), times.stream().map(String::valueOf).toList());
    }
}
