package dev.taut.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which records become JSON: keys are the components in declared order, an absent value is {@code null},
 * a finding's code is its id, doubles are the shortest decimals that give the same double again on every Java version.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // The platform's own Double.toString is the shortest only from Java 19 on.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // A derived method of a record, such as isEmpty(), is not part of the artefact.
            .changeDefaultVisibility(
                    visibility -> visibility.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addModule(FindingJson.module())
            .build();

    private Json() {}

    /** Writes and reads any of the project's records. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
