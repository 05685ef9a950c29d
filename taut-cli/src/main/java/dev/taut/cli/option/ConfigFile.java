package dev.taut.cli.option;

import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Settings in a {@code taut.toml}: the flags without their dashes as keys, lists as arrays; a table named after a verb
 * holds for that verb alone and goes first.
 *
 * @param path   where it lies
 * @param base   the folder that files in it are named from, as seen by the user; empty for where the user is
 * @param common what holds for every verb that has the flag
 * @param verbs  what holds for one verb
 */
public record ConfigFile(Path path, Path base, Map<String, String> common, Map<String, Map<String, String>> verbs) {
    public static final String NAME = "taut.toml";

    private static final String VERB = "verb";
    private static final Set<String> FILES = Set.of("data", "model", "output");

    /** The file {@code taut.toml} in this folder or the nearest one above it. */
    public static Optional<ConfigFile> upward(Path folder, Collection<String> verbs) {
        // Where the user is, paths stay as short as they are; further up they are whole.
        Path here = folder.resolve(NAME);
        if (Files.isRegularFile(here)) {
            return Optional.of(read(here, Path.of(""), verbs));
        }
        for (Path at = folder.toAbsolutePath().normalize().getParent(); at != null; at = at.getParent()) {
            Path file = at.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(read(file, at, verbs));
            }
        }
        return Optional.empty();
    }

    /**
     * The settings in this file.
     *
     * @throws Refused if it cannot be read (T0102) or is not TOML (T0001)
     */
    public static ConfigFile read(Path file, Path base, Collection<String> verbs) {
        Map<?, ?> root = parse(file);
        Map<String, String> common = new LinkedHashMap<>();
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        root.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value instanceof Map<?, ?> table) {
                tables.put(verb(file, name, verbs), flat(file, table));
            } else {
                common.put(name, word(file, name, value));
            }
        });
        return new ConfigFile(file, base, common, tables);
    }

    private static Map<?, ?> parse(Path file) {
        try {
            return TomlMapper.builder().build().readValue(Files.readString(file), Map.class);
        } catch (IOException e) {
            throw new Refused(
                    Finding.of(Code.FILE_UNREADABLE, file.toString(), file + " cannot be read: " + e.getMessage()));
        } catch (JacksonException e) {
            throw Usage.refuse(file.toString(), file + " is not TOML: " + e.getOriginalMessage() + place(e));
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }

    private static String verb(Path file, String name, Collection<String> verbs) {
        if (verbs.contains(name)) {
            return name;
        }
        String near = DidYouMean.of(name, verbs)
                .map(v -> ": did you mean [" + v + "]?")
                .orElse("");
        throw Usage.refuse(name, file + " has a table [" + name + "] and no verb of that name is known" + near);
    }

    private static Map<String, String> flat(Path file, Map<?, ?> table) {
        Map<String, String> values = new LinkedHashMap<>();
        table.forEach((key, value) -> values.put(String.valueOf(key), word(file, String.valueOf(key), value)));
        return values;
    }

    private static String word(Path file, String key, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(v -> quoted(word(file, key, v))).collect(Collectors.joining(","));
        }
        if (value instanceof Map<?, ?>) {
            throw Usage.refuse(key, file + ": `" + key + "` is a table, a value or a list is needed");
        }
        return String.valueOf(value);
    }

    private static String quoted(String word) {
        return word.contains(",") ? "\"" + word + "\"" : word;
    }

    /** The verb that the file is about, for {@code taut run taut.toml}; {@code fit} unless it says so. */
    public String verb() {
        return common.getOrDefault(VERB, "fit");
    }

    /** The value of a flag for a verb; files are named as seen from the folder of this one. */
    Optional<String> value(String verb, String key) {
        Map<String, String> own = verbs.getOrDefault(verb, Map.of());
        return Optional.ofNullable(own.getOrDefault(key, common.get(key)))
                .map(value -> FILES.contains(key) ? base.resolve(value).toString() : value);
    }

    /** Refuses keys that no flag of any verb has; keys in a verb's table must be flags of that verb. */
    public void check(Map<String, List<String>> keysByVerb) {
        List<Finding> unknown = new ArrayList<>();
        List<String> all =
                keysByVerb.values().stream().flatMap(List::stream).distinct().toList();
        common.keySet().forEach(key -> unknown(key, all).ifPresent(unknown::add));
        verbs.forEach((verb, table) -> table.keySet()
                .forEach(key ->
                        unknown(key, keysByVerb.getOrDefault(verb, List.of())).ifPresent(unknown::add)));
        Refused.ifAny(unknown);
    }

    private Optional<Finding> unknown(String key, List<String> known) {
        if (known.contains(key) || key.equals(VERB)) {
            return Optional.empty();
        }
        Finding finding = Finding.of(Code.USAGE, key, path + ": unknown setting `" + key + "`");
        return Optional.of(DidYouMean.of(key, known)
                .map(near -> finding.because("did you mean `" + near + "`?"))
                .orElse(finding));
    }
}
