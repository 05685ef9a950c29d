package dev.taut.lesson;

import dev.taut.lesson.scratch.L2FromScratch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The lessons there are, in the order in which they are best read. */
public final class Lessons {
    private static final List<Lesson> ALL = List.of(
            new Scaling(),
            new LambdaByHand(),
            new CorrelatedTwins(),
            new Interactions(),
            new SelectionLeakage(),
            new OverRegularization(),
            new Separation(),
            new EarlyStopping(),
            new ReadingAPath(),
            new Subgradient(),
            FromScratch.standard());

    private Lessons() {}

    public static List<Lesson> all() {
        return ALL;
    }

    public static Optional<Lesson> named(String name) {
        return ALL.stream().filter(lesson -> lesson.name().equals(name)).findFirst();
    }

    /** The very source that the class was compiled from. */
    public static String source(Class<?> code) {
        String file = "/" + code.getName().replace('.', '/') + ".java";
        try (InputStream in = L2FromScratch.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no source of " + code.getName() + " is bundled");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
