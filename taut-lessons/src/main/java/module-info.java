/** Short runnable lessons: break it, then fix it. */
module dev.taut.lessons {
    requires static org.jspecify;
    requires transitive dev.taut.learn;

    exports dev.taut.lesson;
    exports dev.taut.lesson.scratch;
}
