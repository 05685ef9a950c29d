/**
 * The bytes of one file: opening, unpacking, recognising, decoding, and writing aside. A line here may touch paths,
 * streams, charsets and findings about them; it never touches a cell or a column.
 */
@NullMarked
package dev.taut.io.file;

import org.jspecify.annotations.NullMarked;
