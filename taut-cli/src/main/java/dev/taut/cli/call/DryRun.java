package dev.taut.cli.call;

import dev.taut.cli.show.Json;
import dev.taut.cli.terminal.TextTable;
import dev.taut.finding.Wording;
import dev.taut.run.Provenance.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plan of a call, and where each of its values comes from. */
public final class DryRun {
    private DryRun() {}

    public static int print(Call call, int fits, boolean asJson) {
        List<Setting> settings = call.resolved();
        if (asJson) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("schema", "taut.plan/1");
            json.put("verb", call.verb());
            json.put("command", call.commandLine());
            json.put("settings", settings);
            json.put("fits", fits);
            call.console().machine(Json.write(json));
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("setting", "value", "from");
        settings.forEach(s -> table.row(s.name(), s.value(), s.origin()));
        call.console().result("  " + call.commandLine());
        call.console().result("");
        call.console().table(table);
        call.console().result("");
        call.console().result("  " + Wording.count(fits, "path", "paths") + " to fit; nothing was read or written");
        return ExitCode.DONE;
    }
}
