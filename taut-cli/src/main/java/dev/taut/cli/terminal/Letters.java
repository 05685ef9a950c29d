package dev.taut.cli.terminal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The characters a stream can show: all of them, or plain ASCII with a readable stand-in for each sign that Taut uses. */
public enum Letters {
    UNICODE,
    ASCII;

    private static final String NEEDED = "λβη±×–—…→←²½‖·≤≥█▏▕Σ";

    /** {@link #UNICODE} if this character set has every sign that Taut prints. */
    public static Letters of(Charset charset) {
        boolean all = StandardCharsets.UTF_8.equals(charset)
                || (charset.canEncode() && charset.newEncoder().canEncode(NEEDED));
        return all ? UNICODE : ASCII;
    }

    /** The text in these letters; signs of other alphabets, such as a user's column names, stay as they are. */
    public String of(String text) {
        if (this == UNICODE || text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        var plain = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> plain.append(standIn(c)));
        return plain.toString();
    }

    private static String standIn(int sign) {
        return switch (sign) {
            case 'λ' -> "lambda";
            case 'β' -> "beta";
            case 'η' -> "eta";
            case 'ℓ' -> "loss";
            case 'Σ' -> "sum";
            case '±' -> "+/-";
            case '×', '·' -> sign == '×' ? "x" : "*";
            case '–', '—', '−' -> "-";
            case '…' -> "...";
            case '→' -> "->";
            case '←' -> "<-";
            case '₀', '₁', '₂' -> String.valueOf((char) (sign - '₀' + '0'));
            case '²' -> "^2";
            case '½' -> "1/2";
            case '‖' -> "||";
            case 'ᵀ' -> "'";
            case 'ᵢ' -> "_i";
            case 'ⱼ' -> "_j";
            case 'α' -> "alpha";
            case 'μ' -> "mu";
            case 'χ' -> "chi";
            case '∞' -> "inf";
            case '≤' -> "<=";
            case '≥' -> ">=";
            case '≈' -> "~";
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            case '█' -> "#";
            case '▏', '▕' -> "|";
            default -> Character.toString(sign);
        };
    }

    /** Columns that a text takes in a terminal. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text cut to a width, with {@code …} (or its stand-in) where something was left out. */
    public String fit(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        String mark = of("…");
        int end = text.offsetByCodePoints(0, Math.max(0, width - mark.length()));
        return text.substring(0, end).stripTrailing() + mark;
    }
}
