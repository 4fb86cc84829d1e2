package dsqlsim.history;

import java.util.List;

/** Histories in the forms that are read: the project's own JSON, and EDN as Jepsen writes it. */
public final class Histories {
    private Histories() {}

    /** Reads all histories of a file; {@code name} tells the form by its ending, else the text does. */
    public static List<History> read(String name, String text) throws MalformedHistoryException {
        boolean edn = name.endsWith(".edn") || !name.endsWith(".json") && !looksLikeJson(text);
        return edn ? EdnHistories.read(plain(name), text) : JsonHistories.read(text);
    }

    private static boolean looksLikeJson(String text) {
        return text.contains("\"txns\"");
    }

    private static String plain(String name) {
        return name.endsWith(".edn") ? name.substring(0, name.length() - 4) : name;
    }
}
