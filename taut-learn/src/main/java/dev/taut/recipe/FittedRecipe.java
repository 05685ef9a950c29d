package dev.taut.recipe;

import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.design.ConcatenatedDesign;
import dev.taut.design.Design;
import dev.taut.design.DesignBuilder;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.design.Storage;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A recipe with everything that was estimated from the training rows; plain data, so it can be stored with a model.
 *
 * @param steps         one per table column that is used, in the order of the training table
 * @param gaps          the columns that had missing cells in training
 * @param refuseMissing whether missing numbers are refused
 * @param crossings     products of the columns that the steps make; their features follow the others
 */
public record FittedRecipe(List<Step> steps, List<String> gaps, boolean refuseMissing, List<Crossing> crossings) {
    public FittedRecipe {
        steps = List.copyOf(steps);
        gaps = List.copyOf(gaps);
        crossings = List.copyOf(crossings);
    }

    /** Main effects alone. */
    public FittedRecipe(List<Step> steps, List<String> gaps, boolean refuseMissing) {
        this(steps, gaps, refuseMissing, List.of());
    }

    /** The same main effects with these interactions. */
    public FittedRecipe crossed(List<Crossing> products) {
        return new FittedRecipe(steps, gaps, refuseMissing, products);
    }

    /** The columns of every design that {@link #encode} makes; names are distinct. */
    public Features features() {
        return new Features(Stream.concat(main().stream(), crossed().stream()).toList());
    }

    private List<Feature> main() {
        Set<String> taken = new HashSet<>();
        List<Feature> features = new ArrayList<>();
        for (Step step : steps) {
            for (Feature feature : step.features()) {
                String distinct = feature.name();
                for (int k = 2; !taken.add(distinct); k++) {
                    distinct = feature.name() + " (" + k + ")";
                }
                features.add(new Feature(distinct, feature.source(), feature.shared()));
            }
        }
        return features;
    }

    /** The features without interactions. */
    public Features mainFeatures() {
        return new Features(main());
    }

    private List<Feature> crossed() {
        return crossings.stream().flatMap(c -> c.features().stream()).toList();
    }

    /** How a table column enters the design, in a few words; {@code —} if it does not. */
    public String encoding(String column) {
        return steps.stream()
                .filter(step -> step.column().equals(column))
                .map(Step::encoding)
                .findFirst()
                .orElse("—");
    }

    /** {@link #encode(Table, MissingColumns)} that refuses a table without all columns. */
    public Encoded encode(Table table) {
        return encode(table, MissingColumns.REFUSE);
    }

    /** {@link #encode(Table)} with dense columns kept as told; a column that they cannot keep is refused (T0208). */
    public Encoded encode(Table table, Storage storage) {
        return encode(table, MissingColumns.REFUSE, storage);
    }

    /**
     * The design of these rows; columns of the table that the recipe does not know are not looked at.
     *
     * @throws Refused if columns are lacking (T0601) or hold what they did not hold in training (T0201, T0203), with
     *     every such finding
     */
    public Encoded encode(Table table, MissingColumns missing) {
        return encode(table, missing, Storage.DOUBLE);
    }

    private Encoded encode(Table table, MissingColumns missing, Storage storage) {
        Map<String, Column> byName = byName(table);
        List<Finding> findings = new ArrayList<>();
        DesignBuilder design = new DesignBuilder(table.rows(), storage);
        List<String> lacking = new ArrayList<>();
        for (Step step : steps) {
            Column cells = byName.get(step.column());
            if (cells == null) {
                lacking.add(step.column());
                cells = Step.allMissing(step.column(), table.rows());
            }
            step.encode(cells, design, findings::add);
        }
        if (!lacking.isEmpty()) {
            findings.add(0, lacking(table, lacking, missing));
        }
        findings.addAll(newGaps(byName));
        if (!design.coarse().isEmpty()) {
            findings.add(coarse(design.coarse()));
        }
        Refused.ifAny(findings);
        return new Encoded(withCrossings(design.build(), storage), features(), findings);
    }

    private Design withCrossings(Design main, Storage storage) {
        if (crossings.isEmpty()) {
            return main;
        }
        Features features = mainFeatures();
        DesignBuilder products = new DesignBuilder(main.rows(), storage);
        crossings.stream()
                .flatMap(c -> c.products().stream())
                .forEach(product -> products.dense(product.values(main, features)));
        return ConcatenatedDesign.of(main.rows(), List.of(main, products.build()));
    }

    /** Missing cells in columns that were never missing in training, or, if so asked, any missing number (T0204). */
    private List<Finding> newGaps(Map<String, Column> byName) {
        List<Column> used = steps.stream()
                .map(step -> byName.get(step.column()))
                .filter(java.util.Objects::nonNull)
                .toList();
        if (refuseMissing) {
            return Gaps.refused(used);
        }
        Set<String> known = Set.copyOf(gaps);
        return Gaps.unknown(used.stream().filter(c -> !known.contains(c.name())).toList());
    }

    private Finding coarse(List<Integer> columns) {
        Features features = features();
        List<String> names = columns.stream().map(j -> features.get(j).name()).toList();
        String what = names.size() == 1
                ? name(names.get(0)) + " needs more digits than float32 has"
                : names.size() + " columns need more digits than float32 has: " + Wording.list(names, 8);
        return Finding.of(Code.TOO_COARSE, names.get(0), what).help("--storage double");
    }

    private static Finding lacking(Table table, List<String> columns, MissingColumns missing) {
        String place = table.source().equals(Source.MEMORY)
                ? "the table"
                : table.source().name();
        String what = columns.size() == 1
                ? place + " lacks " + name(columns.get(0)) + ", which the model uses"
                : place + " lacks " + columns.size() + " columns that the model uses: " + Wording.list(columns, 8);
        Finding finding = Finding.of(Code.COLUMN_LACKING, columns.get(0), what);
        Optional<String> near = DidYouMean.of(columns.get(0), table.names());
        if (near.isPresent()) {
            finding = finding.because("is " + name(near.get()) + " the same column under another name?");
        }
        return missing == MissingColumns.IMPUTE
                ? finding.as(Severity.WARNING).because("treated as missing in every row")
                : finding.help("--missing-columns impute");
    }

    /** Rows beyond what training covered, one finding per column (T0603); columns that are lacking are skipped. */
    public List<Finding> extrapolation(Table table) {
        Map<String, Column> byName = byName(table);
        List<Finding> findings = new ArrayList<>();
        for (Step step : steps) {
            if (byName.containsKey(step.column())) {
                step.extrapolation(byName.get(step.column())).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Map<String, Column> byName(Table table) {
        Map<String, Column> byName = new HashMap<>();
        table.columns().forEach(c -> byName.put(c.name(), c));
        return byName;
    }
}
