package dev.taut.cli.call;

import dev.taut.tuning.Progress;

/** Shows how far a study is, and passes on that somebody wants it to end. */
public final class StudyProgress implements Progress {
    private final Call call;
    private double walked = Double.POSITIVE_INFINITY;
    private int done;
    private int total;

    public StudyProgress(Call call) {
        this.call = call;
        call.console().progress().begin("Tuning");
    }

    @Override
    public synchronized void phase(String verb, String detail, double seconds) {
        if (verb.equals("Walked")) {
            walked = seconds;
        }
        call.console().progress().begin("Tuning");
        call.console().narrate(verb, detail, seconds);
    }

    @Override
    public synchronized void fits(int finished, int of) {
        done = Math.max(done, finished);
        total = of;
        if (!call.console().quiet()) {
            call.console().progress().step(finished, of, "fits");
        }
    }

    @Override
    public boolean cancelled() {
        return call.host().interruption().wanted();
    }

    /** How long the path took; infinite if it has not been walked. */
    public synchronized double walked() {
        return walked;
    }

    /** {@code 12 of 50 fits}. */
    public synchronized String state() {
        return total == 0 ? "before the first fit" : "after " + done + " of " + total + " fits";
    }
}
