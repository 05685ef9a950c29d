package dev.taut.neural;

import dev.taut.finding.Finding;
import dev.taut.neural.model.NetModel;
import dev.taut.neural.train.Trained;
import java.util.List;

/**
 * A net that has learnt, and how it went.
 *
 * @param model    what predicts
 * @param trained  every epoch
 * @param findings what was met on the way
 */
public record NetFit(NetModel model, Trained trained, List<Finding> findings) {
    public NetFit {
        findings = List.copyOf(findings);
    }
}
