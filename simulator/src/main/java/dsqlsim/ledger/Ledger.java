package dsqlsim.ledger;

import dsqlsim.yaml.Suggestion;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every constant of the model, in the order of its parts. */
public final class Ledger {
    private static final Map<String, Assumption> ENTRIES = new LinkedHashMap<>();

    static {
        add(NetworkEntries.all());
        add(ClockEntries.all());
        add(FrontEntries.all());
        add(AdjudicatorEntries.all());
        add(JournalEntries.all());
        add(StorageEntries.all());
        add(MembershipEntries.all());
        add(EngineEntries.all());
        add(SelfManagedEntries.all());
        add(LwwEntries.all());
        add(AuroraEntries.all());
        add(AuroraGlobalEntries.all());
        add(ClientEntries.all());
        add(Route53Entries.all());
        add(CostEntries.all());
        add(LifecycleEntries.all());
        add(MonitoringEntries.all());
        add(CacheEntries.all());
        add(ExperimentEntries.all());
    }

    private Ledger() {}

    /** All assumptions, in order. */
    public static Collection<Assumption> all() {
        return Collections.unmodifiableCollection(ENTRIES.values());
    }

    /** All ids, in order. */
    public static Collection<String> ids() {
        return Collections.unmodifiableCollection(ENTRIES.keySet());
    }

    /** The assumption of an id, or nothing. */
    public static Optional<Assumption> find(String id) {
        return Optional.ofNullable(ENTRIES.get(id));
    }

    /** What is wrong with setting an id to a text; nothing if it may be set. */
    public static Optional<String> problem(String id, String text) {
        Assumption assumption = ENTRIES.get(id);
        return assumption == null
                ? Optional.of("unknown setting '" + id + "'" + Suggestion.of(id, ids()))
                : assumption.problem(text);
    }

    private static void add(List<Assumption> entries) {
        for (Assumption entry : entries) {
            if (ENTRIES.put(entry.id(), entry) != null) {
                throw new AssertionError("the ledger has two entries " + entry.id());
            }
        }
    }
}
