package dev.taut.cli.call;

import dev.taut.Model;
import dev.taut.run.Run;
import java.util.Optional;

/** What a verb that fits something arrived at; a path has no model. */
public record Outcome(Run run, Optional<? extends Model> model) {}
