package dev.taut.summary;

import dev.taut.run.Times;
import dev.taut.tuning.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects the phases of a study for the record while passing them on. */
public final class Clock implements Progress {
    private final Progress next;
    private final String started = Instant.now().toString();
    private final List<Times.Phase> phases = new ArrayList<>();

    public Clock(Progress next) {
        this.next = next;
    }

    @Override
    public synchronized void phase(String verb, String detail, double seconds) {
        phases.add(new Times.Phase(verb, detail, seconds));
        next.phase(verb, detail, seconds);
    }

    /** The same clock, for the phases of one of several subjects. */
    public Progress about(String subject) {
        Clock clock = this;
        return new Progress() {
            @Override
            public void phase(String verb, String detail, double seconds) {
                clock.phase(verb, subject + ": " + detail, seconds);
            }

            @Override
            public void fits(int done, int total) {
                clock.fits(done, total);
            }

            @Override
            public boolean cancelled() {
                return clock.cancelled();
            }
        };
    }

    @Override
    public void fits(int done, int total) {
        next.fits(done, total);
    }

    @Override
    public boolean cancelled() {
        return next.cancelled();
    }

    public synchronized Times times(int threads) {
        return new Times(started, threads, phases);
    }
}
