package dev.taut.cli.option;

import dev.taut.penalty.Penalty;
import java.util.List;
import picocli.CommandLine.Option;

/** The shape of the penalty. */
public final class PenaltyOptions {
    @Option(
            names = "--penalty",
            paramLabel = "P",
            defaultValue = "lasso",
            description = {
                "none, ridge, lasso, enet:RATIO, group, mcp …",
                "or sparsegroup, scad, groupmcp, groupscad, adaptive, relaxed, slope, oscar, fused,"
                        + " trend, smooth, l0"
            })
    private String penalty = "lasso";

    @Option(names = "--l1-ratio", paramLabel = "R", split = ",", description = "share of L1 in an elastic net, 0 to 1")
    private List<String> l1Ratio = List.of();

    /** The one shape that is asked for. */
    public Penalty shape() {
        if (l1Ratio.size() > 1) {
            String nets = "enet:" + String.join(",enet:", l1Ratio);
            throw Usage.refuse(
                    "--l1-ratio",
                    "`--l1-ratio " + String.join(",", l1Ratio) + "`: several shares are compared, not fitted",
                    "taut compare DATA --target Y --penalties " + nets);
        }
        return Penalties.of(penalty, l1Ratio.isEmpty() ? "" : l1Ratio.get(0));
    }

    /** One shape per {@code --l1-ratio}, or the one penalty. */
    public List<Penalty> shapes() {
        return l1Ratio.size() > 1
                ? l1Ratio.stream().map(ratio -> Penalties.of(penalty, ratio)).toList()
                : List.of(shape());
    }
}
