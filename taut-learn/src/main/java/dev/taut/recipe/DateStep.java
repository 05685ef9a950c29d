package dev.taut.recipe;

import dev.taut.data.Column;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.TextColumn;
import dev.taut.design.DesignBuilder;
import dev.taut.design.Feature;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A date as days since 1970-01-01 (with the time of day as a fraction), its month and its weekday, as far as they vary.
 *
 * @param column the table column
 * @param parts  steps over the derived columns {@code x (days)}, {@code x month} and {@code x weekday}
 */
public record DateStep(String column, List<Step> parts) implements Step {
    private static final double DAY = 86_400;
    private static final List<String> MONTHS = Stream.of(Month.values())
            .map(m -> m.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList();
    private static final List<String> WEEKDAYS = Stream.of(DayOfWeek.values())
            .map(d -> d.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList();

    public DateStep {
        parts = List.copyOf(parts);
    }

    /** Estimates the parts; empty if none varies. */
    static Optional<DateStep> fit(Recipe recipe, DateColumn column) {
        List<Step> parts = new ArrayList<>();
        NumberStep.fit(recipe, days(column)).ifPresent(parts::add);
        CategoryStep.fit(recipe, month(column), Comparator.comparingInt(MONTHS::indexOf), false)
                .ifPresent(parts::add);
        CategoryStep.fit(recipe, weekday(column), Comparator.comparingInt(WEEKDAYS::indexOf), false)
                .ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(new DateStep(column.name(), parts));
    }

    private static NumericColumn days(DateColumn dates) {
        double[] days = new double[dates.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = dates.isMissing(i) ? Double.NaN : dates.seconds(i) / DAY;
        }
        return NumericColumn.of(dates.name() + " (days)", days);
    }

    private static TextColumn month(DateColumn dates) {
        return part(dates, " month", date -> MONTHS.get(date.getMonthValue() - 1));
    }

    private static TextColumn weekday(DateColumn dates) {
        return part(dates, " weekday", date -> WEEKDAYS.get(date.getDayOfWeek().getValue() - 1));
    }

    private static TextColumn part(DateColumn dates, String name, Function<LocalDate, String> part) {
        List<String> cells = new ArrayList<>(dates.size());
        for (int i = 0; i < dates.size(); i++) {
            cells.add(dates.isMissing(i) ? "" : part.apply(date(dates.seconds(i))));
        }
        return TextColumn.of(dates.name() + name, cells);
    }

    private static LocalDate date(long seconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    private static Column derived(DateColumn dates, String name) {
        return Stream.of(days(dates), month(dates), weekday(dates))
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Feature> features() {
        return parts.stream()
                .flatMap(part -> part.features().stream())
                .map(f -> new Feature(f.name().replace(column + " (days) (missing)", column + " (missing)"), column))
                .toList();
    }

    @Override
    public String encoding() {
        return "date: "
                + String.join(
                        ", ",
                        parts.stream()
                                .map(p -> p.column().substring(column.length()).replaceAll("[ ()]", ""))
                                .toList());
    }

    @Override
    public void encode(Column cells, DesignBuilder out, Consumer<Finding> findings) {
        DateColumn dates = dates(cells, findings);
        for (Step part : parts) {
            part.encode(derived(dates, part.column()), out, findings);
        }
    }

    @Override
    public boolean encodesAs(Step other, boolean gaps) {
        return other instanceof DateStep that
                && column.equals(that.column)
                && parts.size() == that.parts.size()
                && IntStream.range(0, parts.size()).allMatch(k -> parts.get(k).encodesAs(that.parts.get(k), gaps));
    }

    /** The cells as dates; a column of another type has none, and that is an error unless it is all missing. */
    private DateColumn dates(Column cells, Consumer<Finding> findings) {
        if (cells instanceof DateColumn dates) {
            return dates.named(column);
        }
        if (cells.missing() < cells.size()) {
            findings.accept(Finding.of(
                    Code.TEXT_IN_NUMBERS, column, "`" + column + "` held dates in training but does not now"));
        }
        long[] none = new long[cells.size()];
        java.util.Arrays.fill(none, DateColumn.MISSING);
        return DateColumn.of(column, none);
    }

    @Override
    public Optional<Finding> extrapolation(Column cells) {
        if (cells instanceof DateColumn dates && parts.get(0) instanceof NumberStep days) {
            return days.outside(days(dates.named(column)), date(days.least()), date(days.most()));
        }
        return Optional.empty();
    }

    private static String date(double days) {
        return date((long) (days * DAY)).toString();
    }
}
