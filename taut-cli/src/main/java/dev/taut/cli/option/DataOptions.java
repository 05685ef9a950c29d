package dev.taut.cli.option;

import dev.taut.check.CheckOptions;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import dev.taut.recipe.Impute;
import dev.taut.recipe.Interactions;
import dev.taut.text.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which columns play which part, and what the checks may decide. */
public final class DataOptions {
    private static final Pattern LOGARITHM = Pattern.compile("\\s*log\\((.*)\\)\\s*", Pattern.DOTALL);

    @Option(names = "--target", paramLabel = "COL", description = "the column to predict")
    private String target = "";

    @Option(
            names = "--task",
            paramLabel = "TASK",
            defaultValue = "auto",
            description = "regression, binary, multiclass, count, survival")
    private String task = "auto";

    @Option(
            names = "--order",
            paramLabel = "CLASSES",
            split = ",",
            description = {
                "the target's classes, the lowest first",
                "(for --loss ordinal; by default numbers by value and words by the alphabet; of two classes the second is the"
                        + " positive one)"
            })
    private List<String> order = List.of();

    @Option(names = "--exclude", paramLabel = "COLS", split = ",", description = "leave these columns out")
    private List<String> exclude = List.of();

    @Option(names = "--keep", paramLabel = "COLS", split = ",", description = "no check may drop these columns")
    private List<String> keep = List.of();

    @Option(names = "--text", paramLabel = "COLS", split = ",", description = "the words of these columns are features")
    private List<String> text = List.of();

    @Option(
            names = "--terms",
            paramLabel = "SPEC",
            defaultValue = "tfidf",
            description = {
                "how words count: tfidf, counts, presence or hashed",
                "then, separated by commas: words=2 for pairs of neighbours, too; min-rows=5 for those in 5 training rows;"
                        + " most=20000 for that many columns. By default tfidf,words=1,min-rows=3,most=10000"
            })
    private String terms = "tfidf";

    @Option(
            names = "--interactions",
            paramLabel = "SPEC",
            split = ",",
            defaultValue = "none",
            description = {
                "products of columns: auto, none, all, or pairs a:b",
                "(a:a is a square; auto screens the pairs inside every fold, after the main effects; the main effects of a pair"
                        + " that enters are never penalised)"
            })
    private List<String> interactions = List.of("none");

    @Option(names = "--weights", paramLabel = "COL", description = "how much each row counts")
    private String weights = "";

    @Option(names = "--offset", paramLabel = "EXPR", description = "COL or log(COL), added to the linear predictor")
    private String offset = "";

    @Option(names = "--exposure", paramLabel = "COL", description = "means grow in proportion to it: log(COL) added")
    private String exposure = "";

    @Option(names = "--time", paramLabel = "COL", hidden = true, description = "the target of a survival task")
    private String time = "";

    @Option(
            names = "--event",
            paramLabel = "COL",
            description = "for survival: did the event come at the target's time?")
    private String event = "";

    @Option(names = "--start", paramLabel = "COL", description = "for survival: under observation since when")
    private String start = "";

    @Option(
            names = "--strata",
            paramLabel = "COL",
            description = "for survival: groups with baseline hazards of their own")
    private String strata = "";

    @Option(names = "--split-column", paramLabel = "COL", description = "says which rows train (1, T, train …)")
    private String splitColumn = "";

    @Option(names = "--group-folds", paramLabel = "COL", description = "rows of one group stay in one fold")
    private String groupFolds = "";

    @Option(names = "--time-folds", paramLabel = "COL", description = "learn from earlier rows, test on later")
    private String timeFolds = "";

    @Option(names = "--drop-missing-target", description = "leave out rows without a target")
    private boolean dropMissingTarget;

    @Option(
            names = "--impute",
            paramLabel = "HOW",
            defaultValue = "median",
            description = "missing numbers: median, mean or none (refuse)")
    private String impute = "median";

    @Option(names = "--allow", paramLabel = "CODES", split = ",", description = "findings that must not stop or worry")
    private List<String> allow = List.of();

    /** {@code --time} is what one calls the target of a survival task. */
    public String target() {
        return target.isEmpty() ? time : target;
    }

    /** The column of case weights; empty for none. */
    public String weights() {
        return weights;
    }

    public Impute impute() {
        return switch (Usage.choice("--impute", impute, List.of("median", "mean", "none"))) {
            case "mean" -> Impute.MEAN;
            case "none" -> Impute.REFUSE;
            default -> Impute.MEDIAN;
        };
    }

    /** How prose becomes columns. */
    public Terms terms() {
        return TermsText.parse(terms);
    }

    /** Which products of columns enter. */
    public Interactions interactions() {
        String first = interactions.get(0).strip().toLowerCase(Locale.ROOT);
        if (interactions.stream().allMatch(word -> word.contains(":"))) {
            return Interactions.of(interactions.toArray(String[]::new));
        }
        return switch (interactions.size() == 1 ? first : "") {
            case "auto" -> Interactions.auto();
            case "all" -> Interactions.all();
            case "none" -> Interactions.none();
            default ->
                throw Usage.refuse(
                        "--interactions",
                        "`--interactions " + String.join(",", interactions)
                                + "`: auto, none, all, or pairs such as a:b,a:a",
                        "--interactions auto");
        };
    }

    /** The table with its roles; columns may be named by patterns with {@code *}. */
    public Dataset dataset(Table table, String targetName, ReadingOptions reading) {
        Dataset data = Dataset.of(table, targetName)
                .categorical(names(reading.categorical(), table).toArray(String[]::new))
                .exclude(names(exclude, table).toArray(String[]::new));
        data = data.text(names(text, table).toArray(String[]::new));
        data = data.classes(order.stream().map(String::strip).toArray(String[]::new));
        data = role(data, Role.WEIGHTS, weights);
        data = offset(data);
        data = role(data, Role.EXPOSURE, exposure);
        data = role(data, Role.EVENT, event);
        data = role(data, Role.START, start);
        data = role(data, Role.STRATA, strata);
        data = role(data, Role.SPLIT, splitColumn);
        data = role(data, Role.GROUP, groupFolds);
        data = role(data, Role.TIME, timeFolds);
        String word = Usage.choice("--task", task, tasks());
        return word.equals("auto") ? data : data.task(Task.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** {@code log(COL)} makes COL an exposure; a column whose name looks so is meant itself. */
    private Dataset offset(Dataset data) {
        Table table = data.table();
        Matcher logarithm = LOGARITHM.matcher(offset);
        if (table.find(offset).isPresent() || !logarithm.matches()) {
            return role(data, Role.OFFSET, offset);
        }
        String column = logarithm.group(1).strip();
        if (table.find(column).isEmpty()) {
            String[] near = DidYouMean.of(column, table.names())
                    .map(name -> new String[] {Wording.flag("--offset", "log(" + name + ")")})
                    .orElse(new String[0]);
            throw new Refused(Finding.of(
                            Code.TARGET_NOT_FOUND,
                            column,
                            "offset `log(" + column + ")`: the column `" + column + "` is not in "
                                    + table.source().name())
                    .because("columns: " + Wording.list(table.names(), 8))
                    .help(near));
        }
        return role(data, Role.EXPOSURE, column);
    }

    private static List<String> tasks() {
        List<String> words =
                new ArrayList<>(Arrays.stream(Task.values()).map(Task::word).toList());
        words.add("auto");
        return words;
    }

    private static Dataset role(Dataset data, Role role, String column) {
        return column.isEmpty() ? data : data.with(role, column);
    }

    /** What the checks are told. */
    public CheckOptions checks(Table table, List<String> forced, int folds, boolean standardize) {
        Set<String> kept = new LinkedHashSet<>(names(keep, table));
        kept.addAll(forced);
        return CheckOptions.standard()
                .allow(allowed().toArray(Code[]::new))
                .keep(kept)
                .folds(folds)
                .standardize(standardize)
                .dropMissingTarget(dropMissingTarget)
                .refuseMissing(impute() == Impute.REFUSE);
    }

    private Set<Code> allowed() {
        List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
        Set<Code> codes = EnumSet.noneOf(Code.class);
        for (String typed : allow) {
            String id = typed.strip().toUpperCase(Locale.ROOT);
            if (!ids.contains(id)) {
                String[] near = DidYouMean.of(id, ids)
                        .map(c -> new String[] {"--allow " + c})
                        .orElse(new String[0]);
                throw Usage.refuse("--allow", "`--allow " + typed + "`: there is no finding of this code", near);
            }
            codes.add(Code.values()[ids.indexOf(id)]);
        }
        return codes;
    }

    /** The columns that are meant: patterns become the names they match; what matches nothing stays as typed. */
    public static List<String> names(List<String> typed, Table table) {
        Set<String> names = new LinkedHashSet<>();
        for (String word : typed) {
            String name = word.strip();
            List<String> matched = name.contains("*") && table.find(name).isEmpty() ? matching(name, table) : List.of();
            names.addAll(matched.isEmpty() ? List.of(name) : matched);
        }
        names.remove("");
        return List.copyOf(names);
    }

    private static List<String> matching(String pattern, Table table) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return table.names().stream()
                .filter(Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate())
                .toList();
    }
}
