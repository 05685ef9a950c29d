package dev.taut.cli.show;

import dev.taut.lesson.Board;
import dev.taut.lesson.Lesson;
import dev.taut.lesson.Lessons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lesson as plain maps and lists: its paragraphs, lines and tables in order. */
public final class LessonJson implements Board {
    private final List<Map<String, Object>> blocks = new ArrayList<>();

    private LessonJson() {}

    /** What there is to learn. */
    public static Map<String, Object> contents() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "taut.lessons/1");
        json.put("lessons", Lessons.all().stream().map(LessonJson::title).toList());
        return json;
    }

    /** A lesson, taught. */
    public static Map<String, Object> of(Lesson lesson) {
        LessonJson board = new LessonJson();
        lesson.teach(board);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "taut.lesson/1");
        json.putAll(title(lesson));
        json.put("blocks", board.blocks);
        return json;
    }

    private static Map<String, String> title(Lesson lesson) {
        Map<String, String> title = new LinkedHashMap<>();
        title.put("name", lesson.name());
        title.put("question", lesson.question());
        return title;
    }

    @Override
    public void say(String paragraph) {
        blocks.add(Map.of("text", paragraph));
    }

    @Override
    public void line(String text) {
        blocks.add(Map.of("line", text));
    }

    @Override
    public void table(List<String> headings, List<List<String>> rows) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put(
                "headings",
                headings.stream()
                        .map(h -> h.startsWith(">") ? h.substring(1) : h)
                        .toList());
        table.put("rows", rows);
        blocks.add(table);
    }
}
