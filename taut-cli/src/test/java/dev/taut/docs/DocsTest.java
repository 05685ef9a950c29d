package dev.taut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java block of the documentation is a region of a compiled file; the comment before it says which. */
class DocsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- from (\\S+)#(\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);

    record Block(String document, String file, String region, String code) {
        @Override
        public String toString() {
            return document + " shows " + file + "#" + region;
        }
    }

    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path document :
                        files.filter(file -> file.toString().endsWith(".md")).toList()) {
                    addBlocks(document, blocks);
                }
            }
        }
        return blocks;
    }

    private static void addBlocks(Path document, List<Block> blocks) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(document));
        while (matcher.find()) {
            String name = ROOT.relativize(document).toString();
            blocks.add(new Block(name, matcher.group(1), matcher.group(2), matcher.group(3)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void isARegionOfACompiledFile(Block block) throws IOException {
        assertThat(block.file())
                .as("a Java block in %s without '<!-- from FILE#REGION -->'", block.document())
                .isNotNull();
        assertThat(block.code()).isEqualTo(region(Files.readString(ROOT.resolve(block.file())), block.region()));
    }

    private static String region(String file, String name) {
        Matcher matcher = Pattern.compile(
                        "[^\n]*// @start region=\"" + Pattern.quote(name) + "\"\n(.*?)[^\n]*// @end region=\""
                                + Pattern.quote(name) + "\"",
                        Pattern.DOTALL)
                .matcher(file);
        assertThat(matcher.find()).as("region %s", name).isTrue();
        // A last line that is empty would count as one without indentation.
        return matcher.group(1).stripTrailing().stripIndent() + "\n";
    }
}
