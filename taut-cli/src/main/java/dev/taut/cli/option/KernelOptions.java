package dev.taut.cli.option;

import dev.taut.loss.Losses;
import dev.taut.run.Provenance.Setting;
import dev.taut.study.KernelPlan;
import dev.taut.svm.Kernel;
import dev.taut.svm.KernelGrid;
import dev.taut.svm.KernelSvm;
import dev.taut.tuning.FitPlan;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** A machine with a kernel instead of a linear model. */
public final class KernelOptions {
    private static final List<String> KERNELS = List.of("linear", "rbf", "poly");

    /** What a kernel machine has no use for. */
    private static final List<String> LINEAR = List.of(
            "penalty",
            "l1-ratio",
            "lambda",
            "lambda-scale",
            "compat",
            "lambdas",
            "free",
            "force",
            "bounds",
            "constrain",
            "standardize",
            "no-intercept",
            "interactions",
            "ties",
            "max-epochs",
            "gap",
            "storage",
            "link");

    @Option(
            names = "--kernel",
            paramLabel = "K",
            description = {
                "a support vector machine: rbf, poly or linear",
                "(C, γ and the degree are tuned together unless given)"
            })
    private String kernel = "";

    @Option(names = "--gamma", paramLabel = "G", split = ",", description = "γ of the kernel, one or several to try")
    private List<String> gammas = List.of();

    @Option(names = "--degree", paramLabel = "D", split = ",", description = "of poly, one or several to try")
    private List<String> degrees = List.of();

    @Option(
            names = "--calibration",
            paramLabel = "HOW",
            defaultValue = "platt",
            description = {
                "of a kernel's class probabilities: platt or none",
                "(Platt's logistic curves on inner folds; none leaves two classes with decision values)"
            })
    private String calibration = "platt";

    public boolean given() {
        return !kernel.isEmpty();
    }

    /** Refuses words that contradict each other, before any file is read. */
    public void check(ForeignOptions foreign, LossOptions loss, List<Setting> resolved) {
        if (!given()) {
            refuseAlone();
            return;
        }
        shape();
        grid(foreign);
        calibrated();
        loss.loss().map(chosen -> Losses.family(chosen.name())).ifPresent(KernelOptions::checkLoss);
        resolved.stream()
                .filter(setting ->
                        LINEAR.contains(setting.name()) && !setting.origin().equals("default"))
                .findFirst()
                .ifPresent(setting -> {
                    throw Usage.refuse(
                            "--" + setting.name(),
                            "`--" + setting.name()
                                    + "` says something about a linear model; a kernel machine is tuned by --C, "
                                    + "--gamma and --degree",
                            "leave it out, or leave out --kernel");
                });
    }

    private void refuseAlone() {
        String alone = !gammas.isEmpty() ? "--gamma" : !degrees.isEmpty() ? "--degree" : "";
        if (!alone.isEmpty() || !calibrated()) {
            String flag = alone.isEmpty() ? "--calibration" : alone;
            throw Usage.refuse(
                    flag, "`" + flag + "` belongs to a kernel, and none is named", "--kernel rbf " + flag + " …");
        }
    }

    private static void checkLoss(String family) {
        if (!family.equals("hinge") && !family.equals("svr")) {
            throw Usage.refuse(
                    "--loss",
                    "`--loss " + family
                            + "`: a kernel machine minimises the hinge for classes and svr:EPSILON for numbers",
                    "leave out --loss",
                    "--loss " + family + " without --kernel");
        }
    }

    private Kernel shape() {
        return switch (Usage.choice("--kernel", kernel, KERNELS)) {
            case "rbf" -> Kernel.rbf(0);
            case "poly" -> Kernel.poly(2);
            default -> Kernel.linear();
        };
    }

    private boolean calibrated() {
        return Usage.choice("--calibration", calibration, List.of("platt", "none"))
                .equals("platt");
    }

    private KernelGrid grid(ForeignOptions foreign) {
        String typed = Usage.choice("--kernel", kernel, KERNELS);
        if (!degrees.isEmpty() && !typed.equals("poly")) {
            throw Usage.refuse(
                    "--degree", "`--degree` is one of --kernel poly, not of --kernel " + typed, "--kernel poly");
        }
        if (!gammas.isEmpty() && typed.equals("linear")) {
            throw Usage.refuse("--gamma", "`--gamma`: the linear kernel has none", "--kernel rbf");
        }
        return new KernelGrid(
                Arrays.stream(foreign.inverses()).boxed().toList(),
                gammas.stream().map(KernelOptions::gamma).toList(),
                degrees.stream().map(text -> Usage.whole("--degree", text, 1)).toList());
    }

    private static double gamma(String text) {
        double value = Usage.number("--gamma", text, 0, Double.POSITIVE_INFINITY);
        if (value == 0) {
            throw Usage.refuse(
                    "--gamma", "`--gamma " + text + "`: a number above 0 is needed", "for example --gamma 0.1");
        }
        return value;
    }

    /** Everything that decides the fit. */
    public KernelPlan plan(FitPlan fit, ForeignOptions foreign, LossOptions loss) {
        OptionalDouble epsilon = loss.loss()
                .filter(chosen -> Losses.family(chosen.name()).equals("svr"))
                .map(chosen -> OptionalDouble.of(Losses.parameter(chosen.name())))
                .orElse(OptionalDouble.empty());
        return new KernelPlan(fit, KernelSvm.of(shape()).calibrated(calibrated()), grid(foreign), epsilon);
    }

    /** How many machines are tried for a task on so many folds. */
    public int fits(ForeignOptions foreign, int folds) {
        int strengths = Math.max(foreign.inverses().length, foreign.inverseGiven() ? 0 : 4);
        int kernels = switch (shape().shape()) {
            case LINEAR -> 1;
            case RBF -> gammas.isEmpty() ? 3 : gammas.size();
            case POLY -> Math.max(gammas.size(), 1) * (degrees.isEmpty() ? 2 : degrees.size());
        };
        int lines = shape().shape() == Kernel.Shape.LINEAR ? 0 : strengths;
        return 1 + (strengths * kernels + lines) * folds;
    }
}
