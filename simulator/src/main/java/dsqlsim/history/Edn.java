package dsqlsim.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads EDN as Jepsen writes it: maps as {@link Map}, vectors, lists and sets as {@link List}, nil as null, and everything else as its
 * text (keywords without their colon). Tags are passed over: what they mark is read.
 */
final class Edn {
    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    private Edn(String text) {
        this.text = text;
    }

    /** Everything in a file, in order. */
    static List<Object> readAll(String text) throws MalformedHistoryException {
        Edn reader = new Edn(text);
        List<Object> all = new ArrayList<>();
        while (reader.more()) {
            all.add(reader.value());
        }
        return all;
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
            } else if (Character.isWhitespace(c) || c == ',') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private Object value() throws MalformedHistoryException {
        if (!more() || ++depth > DEEPEST) {
            throw new MalformedHistoryException("the file ends within a value, or is nested too deep");
        }
        Object value = read(text.charAt(at));
        depth--;
        return value;
    }

    private Object read(char c) throws MalformedHistoryException {
        switch (c) {
            case '{':
                at++;
                return map(until('}'));
            case '[':
                at++;
                return until(']');
            case '(':
                at++;
                return until(')');
            case '"':
                return string();
            case '#':
                if (text.startsWith("#{", at)) {
                    at += 2;
                    return until('}');
                }
                at++;
                token();
                return value();
            default:
                String token = token();
                return token.equals("nil") ? null : token.startsWith(":") ? token.substring(1) : token;
        }
    }

    private List<Object> until(char end) throws MalformedHistoryException {
        List<Object> items = new ArrayList<>();
        while (more()) {
            if (text.charAt(at) == end) {
                at++;
                return items;
            }
            items.add(value());
        }
        throw new MalformedHistoryException("expected '" + end + "' before the end of the file");
    }

    private static Map<String, Object> map(List<Object> items) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < items.size(); i += 2) {
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
        throw new MalformedHistoryException("a string has no end");
    }

    private String token() throws MalformedHistoryException {
        int from = at;
        while (at < text.length() && "{}[]()\",; \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw new MalformedHistoryException("unexpected '" + text.charAt(at) + "' at character " + at);
        }
        return text.substring(from, at);
    }
}
