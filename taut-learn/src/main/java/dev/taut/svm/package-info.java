/**
 * Support vector machines with kernels, computed by LIBSVM: specification, tuning, and fitted models as plain data. A line
 * here may touch tables through recipes, folds and metrics; it never touches λ paths.
 */
@NullMarked
package dev.taut.svm;

import org.jspecify.annotations.NullMarked;
