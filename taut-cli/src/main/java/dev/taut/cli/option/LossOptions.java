package dev.taut.cli.option;

import dev.taut.Linear;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.Task;
import dev.taut.finding.DidYouMean;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which loss is minimised, where the task alone does not say it. */
public final class LossOptions {
    /** Names that other programs give to families, and Huber's loss with a scale that is estimated. */
    private static final Map<String, String> FAMILIES =
            Map.of("gaussian", "squared", "binomial", "logistic", "huber:auto", "scaled_huber:1.35", "polr", "ordinal");

    /** The losses whose predictions have metrics of their own. */
    private static final List<String> OFFERED = List.of(
            "squared",
            "huber",
            "scaled_huber",
            "sqrt",
            "logistic",
            "probit",
            "cloglog",
            "hinge",
            "squared_hinge",
            "multinomial",
            "ordinal",
            "poisson",
            "negbin",
            "gamma",
            "tweedie",
            "quantile",
            "svr",
            "squared_svr");

    private static final String ESTIMATED = "negbin";

    /** Links of two classes, which are losses here. */
    private static final Map<String, String> BINARY =
            Map.of("logit", "logistic", "probit", "probit", "cloglog", "cloglog");

    private static final List<String> LINKS = List.of("logit", "probit", "cloglog", "log", "identity");

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            defaultValue = "auto",
            description = "gamma, tweedie:1.5, huber:1.35 …; auto: by task")
    private String loss = "auto";

    @Option(names = "--link", paramLabel = "LINK", description = "for two classes: logit, probit or cloglog")
    private String link = "";

    /** The loss that was asked for; empty if the task decides. */
    public Optional<Loss> loss() {
        String typed = loss.strip().toLowerCase(Locale.ROOT);
        String name = FAMILIES.getOrDefault(
                typed, typed.replace("squared-", "squared_").replace("scaled-", "scaled_"));
        Optional<Loss> named = name.equals("auto") ? Optional.empty() : Optional.of(named(name));
        return link.isEmpty() ? named : Optional.of(linked(named, Usage.choice("--link", link, LINKS)));
    }

    private Loss named(String name) {
        String family = Losses.family(name);
        if (!OFFERED.contains(family)) {
            String[] near = DidYouMean.of(family, OFFERED)
                    .map(word -> new String[] {"--loss " + word})
                    .orElse(new String[0]);
            throw Usage.refuse(
                    "--loss", "`--loss " + loss + "`: no loss `" + family + "`; there are " + offered(), near);
        }
        if (name.equals(ESTIMATED)) {
            return Losses.negativeBinomial(1);
        }
        try {
            return Losses.named(name);
        } catch (IllegalArgumentException e) {
            throw Usage.refuse("--loss", "`--loss " + loss + "`: " + e.getMessage());
        }
    }

    /** Whether the negative binomial was named without its θ, which is then to be estimated. */
    public boolean estimatesTheta() {
        return loss.strip().equalsIgnoreCase(ESTIMATED);
    }

    private static String offered() {
        return Losses.usages().stream()
                .filter(usage -> OFFERED.contains(Losses.family(usage)))
                .map(usage -> usage.startsWith("scaled_huber") ? usage + ", huber:auto" : usage)
                .collect(Collectors.joining(", "));
    }

    /** For two classes a link is a loss; all other losses have one link, which may be named. */
    private Loss linked(Optional<Loss> named, String word) {
        String replaced = BINARY.getOrDefault(word, "");
        boolean binary = named.isEmpty() || named.get().name().equals("logistic");
        if (!replaced.isEmpty() && (binary || named.get().name().equals(replaced))) {
            return Losses.named(replaced);
        }
        if (named.isEmpty()) {
            throw Usage.refuse(
                    "--link",
                    "`--link " + link + "` alone does not say which loss is meant",
                    word.equals("log") ? "--loss poisson" : "--loss squared",
                    "for two classes --link logit, probit or cloglog");
        }
        String own = linkOf(named.get().name());
        if (own.equals(word)) {
            return named.get();
        }
        throw Usage.refuse(
                "--link",
                "`--loss " + loss + "` has " + own + " link; `--link " + link + "` is not offered for it",
                "--loss " + named.get().name());
    }

    private static String linkOf(String name) {
        return switch (Losses.family(name)) {
            case "squared",
                    "huber",
                    "scaled_huber",
                    "sqrt",
                    "quantile",
                    "svr",
                    "squared_svr",
                    "hinge",
                    "squared_hinge" -> "the identity";
            case "poisson", "gamma", "tweedie", "negbin" -> "log";
            case "logistic", "multinomial", "ordinal" -> "the logit";
            default -> "its own";
        };
    }

    /**
     * The dataset with the task that the loss solves.
     *
     * @throws dev.taut.finding.Refused if another task was asked for, or an exposure that the loss has no use for (T0001)
     */
    public Dataset typed(Dataset data) {
        Optional<Loss> chosen = loss();
        if (chosen.isEmpty()) {
            return data;
        }
        String name = chosen.get().name();
        List<Task> suitable = Linear.tasks(chosen.get());
        data.givenTask().filter(task -> !suitable.contains(task)).ifPresent(task -> {
            throw Usage.refuse(
                    "--loss",
                    "`--loss " + name + "` solves a " + suitable.get(0).word() + " task, not `--task " + task.word()
                            + "`",
                    "--loss " + name + " --task " + suitable.get(0).word(),
                    "--task " + task.word());
        });
        boolean exposed = data.roles().containsValue(Role.EXPOSURE);
        if (exposed && !List.of("log", "its own").contains(linkOf(name))) {
            throw withoutExposure(name);
        }
        return Linear.of(chosen.get()).typed(data);
    }

    private static dev.taut.finding.Refused withoutExposure(String name) {
        return Usage.refuse(
                "--exposure",
                "an exposure multiplies the mean, which needs a log link; `--loss " + name + "` has none",
                "--loss poisson");
    }
}
