package dev.taut.io.cell;

import dev.taut.data.DateColumn;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What counts as a date: {@code 2026-11-23} or {@code 2026/11/23}, alone or followed by a blank or {@code T} and a
 * time {@code 07:45}, {@code 07:45:30} or {@code 07:45:30.125}, then nothing, {@code Z} or an offset {@code +01:00},
 * which is taken off. Fractions of a second are dropped. Other orders of day and month are never guessed.
 */
final class DateSyntax {
    private static final int DATE = 10;
    private static final int MINUTES = 5;

    private DateSyntax() {}

    /** Seconds since 1970-01-01T00:00, or {@link DateColumn#MISSING} if these characters are not a date. */
    static long parse(char[] text, int from, int length) {
        if (length < DATE) {
            return DateColumn.MISSING;
        }
        char mark = text[from + 4];
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        if ((mark != '-' && mark != '/') || text[from + 7] != mark || year < 0 || month < 0 || day < 0) {
            return DateColumn.MISSING;
        }
        long seconds = length == DATE ? 0 : time(text, from + DATE, from + length);
        if (seconds == DateColumn.MISSING) {
            return DateColumn.MISSING;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay() * 86_400 + seconds;
        } catch (DateTimeException noSuchDay) {
            return DateColumn.MISSING;
        }
    }

    private static long time(char[] text, int from, int end) {
        int i = from + 1;
        boolean separated = text[from] == ' ' || text[from] == 'T';
        if (!separated || end - i < MINUTES || text[i + 2] != ':') {
            return DateColumn.MISSING;
        }
        int hour = number(text, i, 2);
        int minute = number(text, i + 3, 2);
        i += MINUTES;
        int second = 0;
        if (end - i >= 3 && text[i] == ':') {
            second = number(text, i + 1, 2);
            i = fraction(text, i + 3, end);
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return DateColumn.MISSING;
        }
        long offset = offset(text, i, end);
        return offset == DateColumn.MISSING ? offset : hour * 3600L + minute * 60L + second - offset;
    }

    private static int fraction(char[] text, int from, int end) {
        if (end - from < 2 || text[from] != '.' || number(text, from + 1, 1) < 0) {
            return from;
        }
        int i = from + 1;
        while (i < end && number(text, i, 1) >= 0) {
            i++;
        }
        return i;
    }

    private static long offset(char[] text, int from, int end) {
        if (from == end || (end - from == 1 && text[from] == 'Z')) {
            return 0;
        }
        boolean shaped = end - from == 6 && (text[from] == '+' || text[from] == '-') && text[from + 3] == ':';
        int hours = shaped ? number(text, from + 1, 2) : -1;
        int minutes = shaped ? number(text, from + 4, 2) : -1;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return DateColumn.MISSING;
        }
        return (text[from] == '-' ? -1 : 1) * (hours * 3600L + minutes * 60L);
    }

    private static int number(char[] text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
