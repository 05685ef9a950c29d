package dev.taut;

import dev.taut.data.Dataset;

/** A specification that learns: immutable, and {@code fit} never changes it. */
public interface Learner<M extends Model> {
    M fit(Dataset data);
}
