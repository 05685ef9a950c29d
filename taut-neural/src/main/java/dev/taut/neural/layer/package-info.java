/**
 * Layers: immutable specifications, and for each the arithmetic forward and backward over one shard of a batch, on buffers
 * allocated once. A line here may touch the entries of a batch, the one vector of parameters and its gradient; it never knows a
 * target, a loss, a penalty or an optimiser.
 */
@NullMarked
package dev.taut.neural.layer;

import org.jspecify.annotations.NullMarked;
