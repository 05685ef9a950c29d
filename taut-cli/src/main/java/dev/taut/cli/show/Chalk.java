package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.terminal.Wrap;
import dev.taut.lesson.Board;
import java.util.List;

/**
 * A lesson, on the terminal.
 *
 * @param console  where
 * @param markdown whether tables are Markdown
 */
public record Chalk(Console console, boolean markdown) implements Board {
    @Override
    public void say(String paragraph) {
        console.result("");
        Wrap.lines(paragraph, Console.WIDTH, "").forEach(console::result);
    }

    @Override
    public void line(String text) {
        console.result(text);
    }

    @Override
    public void table(List<String> headings, List<List<String>> rows) {
        TextTable table = new TextTable(headings.toArray(String[]::new));
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        console.result("");
        console.table(table, markdown);
    }
}
