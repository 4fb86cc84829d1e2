package dsqlsim.kernel;

/** Reads a text from left to right, and says what was expected where something else is found. */
final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /** Where what comes next begins. */
    int offset() {
        skipSpace();
        return at;
    }

    boolean atEnd() {
        return offset() == text.length();
    }

    /** Passes a mark such as "(" or ".." if it comes next. */
    boolean accept(String mark) {
        skipSpace();
        if (!text.startsWith(mark, at)) {
            return false;
        }
        at += mark.length();
        return true;
    }

    void expect(String mark, String what) {
        if (!accept(mark)) {
            throw unexpected(what);
        }
    }

    /** A lower-case word, which may contain digits and hyphens; empty if none comes next. */
    String word() {
        skipSpace();
        return letters(true);
    }

    /** The letters that come next; empty if there are none. */
    String suffix() {
        skipSpace();
        return letters(false);
    }

    boolean atNumber() {
        skipSpace();
        return at < text.length() && isDigit(text.charAt(at));
    }

    /** A number such as 2, 0.5 or 1e3. */
    double number(String what) {
        if (!atNumber()) {
            throw unexpected(what);
        }
        int start = at;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        exponent();
        return Double.parseDouble(text.substring(start, at));
    }

    MalformedDistribution unexpected(String expected) {
        return unexpected(expected, offset());
    }

    MalformedDistribution unexpected(String expected, int offset) {
        String rest = text.substring(offset);
        String shown = rest.length() > 20 ? rest.substring(0, 20) + "…" : rest;
        return new MalformedDistribution(
                "expected " + expected + ", not " + (rest.isEmpty() ? "the end" : "'" + shown + "'"), offset);
    }

    private void exponent() {
        int start = at;
        if (at < text.length() && text.charAt(at) == 'e') {
            at++;
            if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                at++;
            }
            if (!digits()) {
                at = start;
            }
        }
    }

    private boolean digits() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    private String letters(boolean more) {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || (more && at > start && isInner(text.charAt(at))))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean isInner(char c) {
        return isDigit(c) || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
