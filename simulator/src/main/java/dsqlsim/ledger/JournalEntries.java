package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** Journals and the crossbars that merge them. */
final class JournalEntries {
    private JournalEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("journal.replicas", Kind.NUMBER)
                        .aws("3")
                        .sweep("3", "9")
                        .note("one per zone, or one per region with the witness")
                        .engineer(Sources.TALK),
                entry("journal.quorum", Kind.NUMBER)
                        .aws("2")
                        .sweep("2", "5")
                        .note("more than half of the replicas")
                        .engineer(Sources.PAPER + ", section 5.4"),
                entry("journal.persist", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 1.5ms, p99 3.5ms)")
                        .ideal("0ms")
                        .sweep("0.2ms", "5ms")
                        .note("a replica's write to its disk")
                        .calibrated("COMMIT p99 of 7.4 ms in a single region"),
                choice("journal.head", "leader", "remote")
                        .note("where a journal's head is: beside its leader (H1) or in the other full region (H2)")
                        .inferred("both fit the paper's p99; its figure 4 draws remote heads"),
                entry("journal.catch-up-rate", Kind.FACTOR)
                        .words("unlimited")
                        .aws("x5")
                        .ideal("unlimited")
                        .sweep("x1.2", "x20")
                        .note("how much faster than they were written a returning replica takes in missed entries")
                        .inferred(Sources.PROPOSAL),
                entry("journal.retention", Kind.DURATION)
                        .aws("5m")
                        .sweep("1m", "72h")
                        .note("how long replicas keep entries; beyond it a returning replica starts from a copy")
                        .inferred(Sources.PROPOSAL),
                choice("journal.adoption", "whole", "entrywise")
                        .note(
                                "how a replica takes over an elected leader's log; entrywise is wrong (for tests of the checkers)")
                        .inferred(Sources.PROPOSAL),
                entry("crossbar.flush", Kind.DURATION)
                        .aws("0.5ms")
                        .ideal("0ms")
                        .sweep("0ms", "5ms")
                        .note("the crossbar releases no more often than this; what comes meanwhile goes together")
                        .inferred(Sources.PROPOSAL),
                entry("crossbar.hop", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 0.3ms, p99 1.5ms)")
                        .ideal("0ms")
                        .sweep("0.1ms", "lognormal(p50 0.3ms, p99 15ms)")
                        .note("a crossbar's own time per entry and promise")
                        .inferred(Sources.PROPOSAL));
    }
}
