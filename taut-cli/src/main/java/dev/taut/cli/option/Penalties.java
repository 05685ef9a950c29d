package dev.taut.cli.option;

import dev.taut.finding.DidYouMean;
import dev.taut.finding.Refused;
import dev.taut.penalty.Penalty;
import java.util.Locale;

/** Penalties by their words, such as {@code lasso} or {@code enet:RATIO}, and what is said where there is none. */
public final class Penalties {
    private Penalties() {}

    /** The penalty of this word. */
    public static Penalty named(String word) {
        return of(word, "");
    }

    /** @param l1Ratio the value of {@code --l1-ratio}, empty if it was not given */
    static Penalty of(String word, String l1Ratio) {
        String name = word.strip().toLowerCase(Locale.ROOT);
        String base = name.split(":", 2)[0];
        if (!dev.taut.penalty.Penalties.names().contains(base)) {
            throw unknown(word, base);
        }
        if (!l1Ratio.isEmpty()) {
            return mixed(name, l1Ratio);
        }
        try {
            return dev.taut.penalty.Penalties.named(name);
        } catch (IllegalArgumentException wrong) {
            throw Usage.refuse(
                    "--penalty", "`--penalty " + word + "`: " + wrong.getMessage(), "for example --penalty " + base);
        }
    }

    /** The default shape gives way to {@code --l1-ratio}; a shape that fixes the ratio contradicts it. */
    private static Penalty mixed(String name, String l1Ratio) {
        if (!name.equals("enet") && !name.equals("lasso")) {
            throw Usage.refuse(
                    "--l1-ratio",
                    "`--penalty " + name + "` and `--l1-ratio " + l1Ratio + "` contradict each other",
                    "--penalty enet --l1-ratio " + l1Ratio,
                    "--penalty " + name);
        }
        return Penalty.elasticNet(ratio("--l1-ratio ", l1Ratio));
    }

    private static double ratio(String flag, String text) {
        return Usage.number(text)
                .filter(r -> r >= 0 && r <= 1)
                .orElseThrow(() -> Usage.refuse(
                        "--l1-ratio",
                        "`" + flag + text + "`: the share of L1 is a number from 0 to 1",
                        "for example --l1-ratio 0.5"));
    }

    private static Refused unknown(String word, String base) {
        String[] near = DidYouMean.of(base, dev.taut.penalty.Penalties.names())
                .map(w -> new String[] {"--penalty " + w})
                .orElse(new String[0]);
        return Usage.refuse(
                "--penalty", "no penalty `" + word + "`; there are " + dev.taut.penalty.Penalties.KNOWN, near);
    }
}
