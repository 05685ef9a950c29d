package dev.taut.cli.show;

import dev.taut.finding.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON where there is no run to write: plain maps, lists, texts and numbers. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build();

    private Json() {}

    /** One line of JSON; keys in the order of the map. */
    public static String write(Map<String, ?> value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Findings as they stand in {@code run.json}. */
    public static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream().map(Json::finding).toList();
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", finding.code().id());
        json.put("severity", finding.severity().word());
        json.put("subject", finding.subject());
        json.put("message", finding.message());
        json.put("evidence", finding.evidence());
        json.put("remedies", finding.remedies());
        return json;
    }
}
