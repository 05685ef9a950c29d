/** JMH benchmarks of {@code dev.taut.kernel}, beside what the machine allows. */
package dev.taut.bench.kernels;
