package dsqlsim.trace;

import dsqlsim.txn.Attempt;
import dsqlsim.world.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The attempts that are open at the moment, found by their id and by the journal entries that record them. */
final class OpenAttempts {
    // Looked up, never iterated.
    private final Map<Long, Seen> byId = new HashMap<>();
    private final Map<Integer, List<Seen>> byJournal = new LinkedHashMap<>();

    Seen open(Attempt attempt) {
        Seen seen = new Seen(attempt);
        byId.put(attempt.id, seen);
        return seen;
    }

    Seen find(long id) {
        return byId.get(id);
    }

    void recorded(Seen seen, Seen.Recorded entry) {
        seen.entries.add(entry);
        byJournal.computeIfAbsent(entry.journal(), key -> new ArrayList<>()).add(seen);
    }

    /** The one that ended; null if it is not known. */
    Seen close(long id) {
        Seen seen = byId.remove(id);
        if (seen != null) {
            seen.entries.forEach(each -> byJournal.get(each.journal()).remove(seen));
        }
        return seen;
    }

    /** Everyone that a message is about. */
    void about(Subject subject, Consumer<Seen> then) {
        for (int i = 0; i < subject.size(); i++) {
            Seen seen = byId.get(subject.attempt(i));
            if (seen != null) {
                then.accept(seen);
            }
        }
        List<Seen> recorded = subject.journal() < 0 ? null : byJournal.get(subject.journal());
        if (recorded != null) {
            for (Seen each : recorded) {
                if (each.in(subject.journal(), subject.firstEntry(), subject.lastEntry())) {
                    then.accept(each);
                }
            }
        }
    }
}
