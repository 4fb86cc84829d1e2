package dsqlsim.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads EDN as Jepsen writes it: maps as {@link Map}, vectors, lists and sets as {@link List}, nil as null, and everything else as its
 * text (keywords without their colon). Tags and metadata are passed over: what they mark is read.
 */
final class Edn {
    private static final int DEEPEST = 200;

    /** A value, and where it stands: {@code line:column}. */
    record Placed(String where, Object value) {}

    private final String text;
    private int at;
    private int depth;
    /** Lines and columns are counted up to here. */
    private int counted;

    private int line = 1;
    private int lineStart;

    private Edn(String text) {
        this.text = text;
    }

    /** Everything in a file, in order; where that is a single vector or list, everything in it. */
    static List<Placed> readAll(String text) throws MalformedHistoryException {
        Edn reader = new Edn(text);
        List<Placed> all = new ArrayList<>();
        while (reader.more()) {
            all.add(reader.placed());
        }
        return all.size() == 1 && all.get(0).value() instanceof List<?> ? new Edn(text).within() : all;
    }

    private List<Placed> within() throws MalformedHistoryException {
        while (more() && "[(".indexOf(text.charAt(at)) < 0) {
            mark();
        }
        at++;
        List<Placed> all = new ArrayList<>();
        while (more() && "])".indexOf(text.charAt(at)) < 0) {
            all.add(placed());
        }
        return all;
    }

    private Placed placed() throws MalformedHistoryException {
        return new Placed(where(), value());
    }

    private String where() {
        for (; counted < at && counted < text.length(); counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
                lineStart = counted + 1;
            }
        }
        return line + ":" + (at - lineStart + 1);
    }

    private MalformedHistoryException wrong(String message) {
        return new MalformedHistoryException(where(), message);
    }

    private boolean more() throws MalformedHistoryException {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '#' && text.startsWith("#_", at)) {
                at += 2;
                value();
            } else if (Character.isWhitespace(c) || c == ',' || c == '\uFEFF') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private Object value() throws MalformedHistoryException {
        if (depth >= DEEPEST) {
            throw wrong("nested deeper than " + DEEPEST);
        }
        depth++;
        if (!more()) {
            throw wrong("the file ends where a value was expected");
        }
        Object value = read(text.charAt(at));
        depth--;
        return value;
    }

    private Object read(char c) throws MalformedHistoryException {
        switch (c) {
            case '{':
                return map();
            case '[':
                return until(']');
            case '(':
                return until(')');
            case '"':
                return string();
            case '#', '^':
                if (text.startsWith("#{", at)) {
                    at++;
                    return until('}');
                }
                if (text.startsWith("##", at)) {
                    return token();
                }
                mark();
                return value();
            default:
                String token = token();
                return token.equals("nil") ? null : token.startsWith(":") ? token.substring(1) : token;
        }
    }

    /** Passes over a tag, or over metadata: what is marked follows. */
    private void mark() throws MalformedHistoryException {
        boolean meta = text.charAt(at++) == '^';
        if (meta) {
            value();
        } else if (at < text.length() && text.charAt(at) != '"') {
            token();
        }
    }

    private List<Object> until(char end) throws MalformedHistoryException {
        at++;
        List<Object> items = new ArrayList<>();
        while (more()) {
            if (text.charAt(at) == end) {
                at++;
                return items;
            }
            items.add(value());
        }
        throw wrong("expected '" + end + "' before the end of the file");
    }

    private Map<String, Object> map() throws MalformedHistoryException {
        List<Object> items = until('}');
        if (items.size() % 2 != 0) {
            throw wrong("a map that ends here has a key without a value");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i += 2) {
            map.put(String.valueOf(items.get(i)), items.get(i + 1));
        }
        return map;
    }

    private String string() throws MalformedHistoryException {
        StringBuilder string = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return string.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                c = text.charAt(at);
                c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
            }
            string.append(c);
        }
        throw wrong("a string has no end");
    }

    private String token() throws MalformedHistoryException {
        int from = at;
        if (text.charAt(at) == '\\') {
            at = Math.min(text.length(), at + 2); // A character, which may be a bracket.
        }
        while (at < text.length()
                && "{}[]()\",;".indexOf(text.charAt(at)) < 0
                && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw wrong("unexpected '" + text.charAt(at) + "'");
        }
        return text.substring(from, at);
    }
}
