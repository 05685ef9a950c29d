/**
 * Images that are altered at random while a net learns from them. A line here may touch the pixels of one image and random numbers;
 * it never knows a label, a layer or a file.
 */
@NullMarked
package dev.taut.neural.image;

import org.jspecify.annotations.NullMarked;
