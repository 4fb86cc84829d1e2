package dsqlsim.report;

import java.util.Locale;

/** Colours of a terminal, or none. Also keeps control characters of foreign text away from the terminal. */
final class Ink {
    private final boolean colour;

    Ink(boolean colour) {
        this.colour = colour;
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String warn(String text) {
        return paint("33", text);
    }

    String bad(String text) {
        return paint("1;31", text);
    }

    String badge(RunVerdict verdict) {
        String word = verdict.name();
        return switch (verdict) {
            case MET -> paint("1;30;42", colour ? " " + word + " " : word);
            case MISSED -> paint("1;30;43", colour ? " " + word + " " : word);
            case VIOLATED -> paint("1;37;41", colour ? " " + word + " " : word);
        };
    }

    String verdict(Verdict verdict) {
        String word = verdict.name().toLowerCase(Locale.ROOT);
        return verdict == Verdict.MET ? good(word) : bad(word);
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Text from a scenario as one harmless line: control characters, and what reverses the direction of writing, become '?'. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean harmful = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            safe.appendCodePoint(c == '\n' ? ' ' : harmful ? '?' : c);
        });
        return safe.toString();
    }
}
