package dev.taut.cli.show;

import dev.taut.check.Inspection;
import dev.taut.data.Dataset;
import dev.taut.finding.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An inspection as JSON: {@code file}, {@code rows}, {@code target}, {@code columns} with notes, {@code findings}. */
public final class InspectionJson {
    private InspectionJson() {}

    public static String of(Dataset data, Inspection inspection, List<Finding> findings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "taut.inspection/1");
        json.put("file", data.table().source().name());
        json.put("sha256", data.table().source().sha256());
        json.put("rows", data.rows());
        json.put("target", inspection.target());
        json.put("columns", inspection.columns());
        json.put("findings", Json.findings(findings));
        return Json.write(json);
    }
}
