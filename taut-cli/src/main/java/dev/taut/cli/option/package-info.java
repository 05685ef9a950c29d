/**
 * The words of the command line and where their values come from: flag, environment, file or default. A line here may
 * touch text and turn it into values of the library, never a file of data or a number to compute.
 */
@NullMarked
package dev.taut.cli.option;

import org.jspecify.annotations.NullMarked;
