package dev.taut.data;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table, the role of each column, and the task: everything that is known before anything is estimated.
 *
 * <p>Immutable; the {@code with…} methods answer a new value. Names of columns that are not in the table are reported
 * by {@code dev.taut.check.Checks}, all at once, not here.
 */
public final class Dataset {
    private final Table table;
    private final Map<String, Role> roles;
    private final Set<String> categorical;
    private final Set<String> text;
    private final Optional<Task> task;
    private final List<String> classes;

    private Dataset(
            Table table,
            Map<String, Role> roles,
            Set<String> categorical,
            Set<String> text,
            Optional<Task> task,
            List<String> classes) {
        this.table = table;
        this.roles = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        this.categorical = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(categorical));
        this.text = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(text));
        this.task = task;
        this.classes = List.copyOf(classes);
    }

    /** All columns but the target are features; the task is guessed from the target ({@link #task()}). */
    public static Dataset of(Table table, String target) {
        return new Dataset(table, Map.of(target, Role.TARGET), Set.of(), Set.of(), Optional.empty(), List.of());
    }

    public Dataset with(Role role, String... columns) {
        Map<String, Role> changed = new LinkedHashMap<>(roles);
        for (String column : columns) {
            changed.put(column, role);
        }
        return new Dataset(table, changed, categorical, text, task, classes);
    }

    public Dataset exclude(String... columns) {
        return with(Role.EXCLUDED, columns);
    }

    public Dataset weights(String column) {
        return with(Role.WEIGHTS, column);
    }

    /** The target is a time, and this column says whether the event came then or the row was censored. */
    public Dataset event(String column) {
        return with(Role.EVENT, column);
    }

    public Dataset offset(String column) {
        return with(Role.OFFSET, column);
    }

    /** The logarithm of this column is added to the linear predictor: means grow in proportion to it. */
    public Dataset exposure(String column) {
        return with(Role.EXPOSURE, column);
    }

    /** Numbers in these columns are names of categories. */
    public Dataset categorical(String... columns) {
        Set<String> changed = new LinkedHashSet<>(categorical);
        changed.addAll(List.of(columns));
        return new Dataset(table, roles, changed, text, task, classes);
    }

    /** Cells of these columns are prose: their words become features, not the cells. */
    public Dataset text(String... columns) {
        Set<String> changed = new LinkedHashSet<>(text);
        changed.addAll(List.of(columns));
        return new Dataset(table, roles, categorical, changed, task, classes);
    }

    /** The target's classes, the lowest first; of two, the second is the positive one. By default {@link LevelOrder}'s order. */
    public Dataset classes(String... lowestFirst) {
        return new Dataset(table, roles, categorical, text, task, List.of(lowestFirst));
    }

    /** The order of the target's classes that was given; empty if none was. */
    public List<String> givenClasses() {
        return classes;
    }

    public Dataset task(Task chosen) {
        return new Dataset(table, roles, categorical, text, Optional.of(chosen), classes);
    }

    /** The same roles over other rows or columns. */
    public Dataset on(Table other) {
        return new Dataset(other, roles, categorical, text, task, classes);
    }

    public Dataset rows(int[] picked) {
        return on(table.rows(picked));
    }

    public Table table() {
        return table;
    }

    public int rows() {
        return table.rows();
    }

    public String targetName() {
        return roles.entrySet().stream()
                .filter(e -> e.getValue() == Role.TARGET)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    public Column target() {
        return table.column(targetName());
    }

    public Role role(String column) {
        return roles.getOrDefault(column, Role.FEATURE);
    }

    /** The roles that were given, by column name; a column not listed is a feature. */
    public Map<String, Role> roles() {
        return roles;
    }

    public boolean isCategorical(String column) {
        return categorical.contains(column);
    }

    public Set<String> categorical() {
        return categorical;
    }

    public boolean isText(String column) {
        return text.contains(column);
    }

    /** The columns whose cells are prose. */
    public Set<String> text() {
        return text;
    }

    /** The column that plays a part only one column can play, such as {@link Role#WEIGHTS}. */
    public Optional<Column> find(Role role) {
        return table.columns().stream().filter(c -> role(c.name()) == role).findFirst();
    }

    /** The columns that may become features, in file order. */
    public List<Column> features() {
        return table.columns().stream()
                .filter(c -> role(c.name()) == Role.FEATURE)
                .toList();
    }

    /** The task, if it was given. */
    public Optional<Task> givenTask() {
        return task;
    }

    /** The task that was given, survival if there is an event column, or the one that the target's values suggest. */
    public Task task() {
        return task.orElseGet(() ->
                find(Role.EVENT).isPresent() ? Task.SURVIVAL : TaskGuess.of(target(), isCategorical(targetName())));
    }
}
