package dev.taut.neural.layer;

/**
 * A layer at work on one shard after another, on its own buffers; for one thread. Arrays that are handed out stay the op's own
 * and hold until its next call; arrays that are handed in may be overwritten by it where it says so.
 */
public abstract class Op {
    private final Shape output;

    protected Op(Shape output) {
        this.output = output;
    }

    public final Shape output() {
        return output;
    }

    /** What the layer makes of the rows; kept as needed for {@link #backward}. */
    public abstract float[] forward(Pass pass, float[] x);

    /**
     * Adds to the gradient of the parameters and answers that of the input of the last {@link #forward}.
     *
     * @param dy     gradient of what {@code forward} answered; may be overwritten
     * @param wanted whether the gradient of the input is; if not, what is answered has no meaning
     */
    public abstract float[] backward(Pass pass, float[] dy, boolean wanted);

    /** Whether {@link #forward} may answer the very array that it was given, with other numbers in it. */
    public boolean overwrites() {
        return false;
    }
}
