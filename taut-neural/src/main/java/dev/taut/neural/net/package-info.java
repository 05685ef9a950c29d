/**
 * A net as a whole: its layers from input to output, the rows it is shown, and the gradient of a loss over a batch of them, summed
 * over shards in an order that no number of threads changes. A line here may touch layers, losses and threads; it never knows a
 * penalty, an optimiser, a table or a file.
 */
@NullMarked
package dev.taut.neural.net;

import org.jspecify.annotations.NullMarked;
