package dev.taut.run;

import dev.taut.finding.Code;
import dev.taut.finding.Severity;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How the catalogue appears in JSON: a code as its id ({@code "T0303"}), a severity as its word ({@code "note"}). */
final class FindingJson {
    private FindingJson() {}

    static JacksonModule module() {
        return new SimpleModule("taut-finding")
                .addSerializer(new CodeWriter())
                .addDeserializer(Code.class, new CodeReader())
                .addSerializer(new SeverityWriter())
                .addDeserializer(Severity.class, new SeverityReader());
    }

    private static final class CodeWriter extends StdSerializer<Code> {
        CodeWriter() {
            super(Code.class);
        }

        @Override
        public void serialize(Code code, JsonGenerator json, SerializationContext context) {
            json.writeString(code.id());
        }
    }

    private static final class CodeReader extends StdDeserializer<Code> {
        CodeReader() {
            super(Code.class);
        }

        @Override
        public Code deserialize(JsonParser json, DeserializationContext context) {
            String id = json.getString();
            for (Code code : Code.values()) {
                if (code.id().equals(id)) {
                    return code;
                }
            }
            return (Code) context.handleWeirdStringValue(Code.class, id, "not a code of this version's catalogue");
        }
    }

    private static final class SeverityWriter extends StdSerializer<Severity> {
        SeverityWriter() {
            super(Severity.class);
        }

        @Override
        public void serialize(Severity severity, JsonGenerator json, SerializationContext context) {
            json.writeString(severity.word());
        }
    }

    private static final class SeverityReader extends StdDeserializer<Severity> {
        SeverityReader() {
            super(Severity.class);
        }

        @Override
        public Severity deserialize(JsonParser json, DeserializationContext context) {
            String word = json.getString();
            for (Severity severity : Severity.values()) {
                if (severity.word().toLowerCase(Locale.ROOT).equals(word)) {
                    return severity;
                }
            }
            return (Severity) context.handleWeirdStringValue(Severity.class, word, "error, warning or note");
        }
    }
}
