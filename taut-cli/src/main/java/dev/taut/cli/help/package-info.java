/**
 * Help screens and explanations. A line here may touch the words of the command line and the pages bundled with it,
 * never data.
 */
@NullMarked
package dev.taut.cli.help;

import org.jspecify.annotations.NullMarked;
