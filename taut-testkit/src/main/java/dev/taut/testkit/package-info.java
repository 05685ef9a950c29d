/**
 * The contracts as inheritable tests. A line here may touch every public type of core and learn; it never relies on
 * what a contract does not promise.
 */
@NullMarked
package dev.taut.testkit;

import org.jspecify.annotations.NullMarked;
