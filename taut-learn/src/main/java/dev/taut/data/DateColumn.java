package dev.taut.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Dates or date-times as seconds since 1970-01-01T00:00 (no time zone); {@link #MISSING} is missing. */
public final class DateColumn implements Column {
    public static final long MISSING = Long.MIN_VALUE;

    private final String name;
    private final long[] seconds;

    private DateColumn(String name, long[] seconds) {
        this.name = name;
        this.seconds = seconds;
    }

    public static DateColumn of(String name, long... seconds) {
        return new DateColumn(name, seconds.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return seconds.length;
    }

    public long seconds(int row) {
        return seconds[row];
    }

    @Override
    public boolean isMissing(int row) {
        return seconds[row] == MISSING;
    }

    @Override
    public String text(int row) {
        if (isMissing(row)) {
            return "";
        }
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds[row]), ZoneOffset.UTC);
        return seconds[row] % 86_400 == 0 ? time.toLocalDate().toString() : time.toString();
    }

    @Override
    public DateColumn rows(int[] rows) {
        long[] picked = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = seconds[rows[i]];
        }
        return new DateColumn(name, picked);
    }

    @Override
    public DateColumn named(String other) {
        return new DateColumn(other, seconds);
    }
}
