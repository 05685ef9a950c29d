package dev.taut.cli.output;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A bundled table that demonstrates something; where it comes from and under which licence stands beside it in
 * {@code demo/LICENSES.md}.
 *
 * @param name   of the table
 * @param flags  what {@code taut fit} is told about it
 * @param story  what it is about, two or three sentences
 * @param source who collected it
 */
public record DemoData(String name, String flags, String story, String source) {
    private static final List<DemoData> ALL = List.of(
            new DemoData(
                    "diabetes",
                    "--target progression",
                    "442 diabetes patients: age, sex, body mass index, blood pressure and six blood measurements. How far"
                            + " has the disease progressed a year later, and which measurements tell?",
                    "Efron, Hastie, Johnstone and Tibshirani (2004), Least angle regression; from scikit-learn"),
            new DemoData(
                    "titanic",
                    "--target Survived --exclude PassengerId,Name,Ticket",
                    "891 passengers of the Titanic. Who survived? Real and messy: ages are missing, cabins mostly unknown,"
                            + " classes are numbers, ports are letters.",
                    "the passenger list as published for teaching, public domain"),
            new DemoData(
                    "wine",
                    "--target class",
                    "178 wines from three growers of one region, 13 chemical measurements. Whose wine is it?",
                    "Forina et al. (1988), UCI Machine Learning Repository; from scikit-learn"));

    public static List<String> names() {
        return ALL.stream().map(DemoData::name).toList();
    }

    /** @throws IllegalArgumentException if there is none of this name */
    public static DemoData named(String name) {
        return ALL.stream()
                .filter(demo -> demo.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demo " + name));
    }

    /**
     * Writes the table as CSV into a folder, which is made if need be.
     *
     * @param shown the folder as the user named it
     * @throws Refused if it cannot be written (T0104)
     */
    public void write(Path folder, String shown) {
        try (InputStream table = DemoData.class.getResourceAsStream("/dev/taut/cli/demo/" + name + ".csv")) {
            if (table == null) {
                throw new IllegalStateException("the application lacks its table " + name);
            }
            Files.createDirectories(folder);
            Path aside =
                    folder.resolve("." + name + "." + ProcessHandle.current().pid());
            Files.copy(table, aside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(aside, folder.resolve(name + ".csv"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refused(Finding.of(Code.OUTPUT_UNWRITABLE, shown, shown + " cannot be written: " + e.getMessage())
                    .help("-o with another folder"));
        }
    }
}
