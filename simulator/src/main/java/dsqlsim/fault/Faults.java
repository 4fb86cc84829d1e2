package dsqlsim.fault;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every kind of fault, in the order of the reference. */
public final class Faults {
    private static final Map<String, FaultKind> KINDS = new LinkedHashMap<>();

    static {
        NodeFaultKinds.all().forEach(Faults::add);
        LinkFaultKinds.all().forEach(Faults::add);
        ClientFaultKinds.all().forEach(Faults::add);
    }

    private Faults() {}

    /** All kinds, in order. */
    public static Collection<FaultKind> all() {
        return Collections.unmodifiableCollection(KINDS.values());
    }

    /** The kind of a name, or nothing. */
    public static Optional<FaultKind> find(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }

    private static void add(FaultKind kind) {
        KINDS.put(kind.name(), kind);
    }
}
