package dev.taut.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The built front end: one script and one style sheet, as they go into the page. */
record Assets(String script, String style) {
    private static final Assets BUNDLED = new Assets(resource("report.js"), resource("report.css"));

    Assets {
        // Either would end its element early, and the rest of it would appear as text.
        if (script.contains("</script") || script.contains("<!--") || style.contains("</style")) {
            throw new IllegalStateException("the bundled front end cannot be put inline into a page");
        }
    }

    static Assets bundled() {
        return BUNDLED;
    }

    /** The only script that the page's content policy lets run. */
    String scriptHash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("dev/taut/report/" + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read dev/taut/report/" + name, e);
        }
    }
}
