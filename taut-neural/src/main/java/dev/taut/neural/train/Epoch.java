package dev.taut.neural.train;

/**
 * What one pass over the rows came to.
 *
 * @param number     from 1, over all stages
 * @param stage      train, identify or refit
 * @param rate       learning rate at its end
 * @param loss       mean training loss over the epoch, noise and smoothing included
 * @param penalty    what regularizers add to the loss, at its end
 * @param validation loss on the validation rows; NaN without
 * @param zeros      the share of weights that is exactly zero
 */
public record Epoch(
        int number, String stage, double rate, double loss, double penalty, double validation, double zeros) {}
