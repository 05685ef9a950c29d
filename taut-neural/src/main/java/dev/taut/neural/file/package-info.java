/**
 * Nets and trainings as files: tensors in the safetensors format, configurations as JSON, written whole or not at all. A line here
 * may touch bytes, names and shapes of tensors, and the records that describe a net; it executes nothing that it reads, and computes
 * nothing.
 */
@NullMarked
package dev.taut.neural.file;

import org.jspecify.annotations.NullMarked;
