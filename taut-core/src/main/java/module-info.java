/** Losses, penalties, designs, solvers and paths; it reads nothing but the JDK. */
module dev.taut.core {
    requires static org.jspecify;
}
