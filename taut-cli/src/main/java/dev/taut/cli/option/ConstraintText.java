package dev.taut.cli.option;

import dev.taut.penalty.Constraint;
import dev.taut.penalty.Constraint.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Constraints as they are written: sums of multiples of columns between {@code <=}, {@code >=} and {@code =}, as in
 * {@code a + 2*b <= 3}, {@code low <= mid <= high}, {@code x + y + z = 0}. Names with other characters than letters, digits,
 * {@code _} and {@code .} stand between backticks.
 */
final class ConstraintText {
    static final String FLAG = "--constrain";

    private static final String EXAMPLE = "for example --constrain 'low <= mid <= high' or --constrain 'a + 2*b <= 3'";
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<relation><=|>=|==?|≤|≥)|(?<sign>[+\\-−])|(?<times>[*·])|(?<number>\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+)"
                    + "|`(?<quoted>[^`]+)`|(?<name>[\\p{L}_][\\p{L}\\p{N}_.]*))\\s*");

    private final String text;
    private final Matcher matcher;
    private int at;

    private ConstraintText(String text) {
        this.text = text;
        this.matcher = TOKEN.matcher(text);
    }

    static List<Constraint> parse(String text) {
        return new ConstraintText(text).chain();
    }

    /** Factors of columns, and a number. */
    private record Sum(Map<String, Double> factors, double constant) {
        Sum minus(Sum other) {
            Map<String, Double> all = new LinkedHashMap<>(factors);
            other.factors.forEach((name, factor) -> all.merge(name, -factor, Double::sum));
            all.values().removeIf(factor -> factor == 0);
            return new Sum(all, constant - other.constant);
        }
    }

    private List<Constraint> chain() {
        List<Constraint> constraints = new ArrayList<>();
        Sum left = sum();
        do {
            String relation = relation();
            Sum right = sum();
            constraints.add(constraint(left.minus(right), relation));
            left = right;
        } while (at < text.length());
        return constraints;
    }

    private boolean next(String group) {
        boolean found = at < text.length() && matcher.find(at) && matcher.start() == at && matcher.group(group) != null;
        at = found ? matcher.end() : at;
        return found;
    }

    private String relation() {
        if (!next("relation")) {
            throw unreadable("<=, >= or = is needed");
        }
        return matcher.group("relation");
    }

    private Sum sum() {
        Map<String, Double> factors = new LinkedHashMap<>();
        double constant = 0;
        boolean first = true;
        while (true) {
            double sign = 1;
            if (next("sign")) {
                sign = matcher.group("sign").equals("+") ? 1 : -1;
            } else if (!first) {
                return new Sum(factors, constant);
            }
            boolean number = next("number");
            double factor = number ? sign * Double.parseDouble(matcher.group("number")) : sign;
            boolean times = number && next("times");
            if (next("name") || next("quoted")) {
                String name = matcher.group("name") != null ? matcher.group("name") : matcher.group("quoted");
                factors.merge(name, factor, Double::sum);
            } else if (number && !times) {
                constant += factor;
            } else {
                throw unreadable("a column or a number is needed");
            }
            first = false;
        }
    }

    /** sum ≤ 0, ≥ 0 or = 0. */
    private Constraint constraint(Sum sum, String relation) {
        if (sum.factors.isEmpty()) {
            throw refuse("no column is left of it");
        }
        List<Term> terms = sum.factors.entrySet().stream()
                .map(e -> new Term(e.getKey(), e.getValue()))
                .toList();
        double limit = 0 - sum.constant;
        boolean atMost = !relation.startsWith(">") && !relation.equals("≥");
        boolean atLeast = !relation.startsWith("<") && !relation.equals("≤");
        if (atMost && limit < 0 || atLeast && limit > 0) {
            throw refuse("it must hold where all coefficients are zero");
        }
        return new Constraint(
                terms, atLeast ? limit : Double.NEGATIVE_INFINITY, atMost ? limit : Double.POSITIVE_INFINITY);
    }

    private RuntimeException unreadable(String needed) {
        return refuse(needed + " at `" + text.substring(at) + "`, character " + (at + 1));
    }

    private RuntimeException refuse(String why) {
        return Usage.refuse(FLAG, "`" + FLAG + " " + text + "`: " + why, EXAMPLE);
    }
}
