package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A kind of fault: its name in scenarios, what it does, and how it is read.
 *
 * @param example of how it is written
 * @param meanings what it does to each part, by family of architectures; a family it means nothing for is left out
 */
public record FaultKind(
        String name,
        String summary,
        String example,
        Map<String, String> meanings,
        BiFunction<Cursor, Scene, Action> parser) {

    /** What it does in an architecture; null where it means nothing. */
    public String meaningFor(String architecture) {
        return meanings.get(family(architecture));
    }

    private static String family(String architecture) {
        return architecture.startsWith("dsql-") ? "dsql" : architecture;
    }

    static FaultKind of(String name, String summary, String example, BiFunction<Cursor, Scene, Action> parser) {
        return new FaultKind(name, summary, example, new LinkedHashMap<>(), parser);
    }

    FaultKind dsql(String meaning) {
        meanings.put("dsql", meaning);
        return this;
    }

    FaultKind aurora(String meaning) {
        meanings.put("aurora-multi-az", meaning);
        meanings.put("aurora-global", meaning);
        return this;
    }

    FaultKind global(String meaning) {
        meanings.put("aurora-global", meaning);
        return this;
    }

    FaultKind selfManaged(String meaning) {
        meanings.put("self-managed", meaning);
        return this;
    }

    FaultKind lww(String meaning) {
        meanings.put("active-active-lww", meaning);
        return this;
    }

    /** The same in every architecture: it is about clients or links. */
    FaultKind everywhere(String meaning) {
        return dsql(meaning).aurora(meaning).selfManaged(meaning).lww(meaning);
    }
}
