package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** Storage replicas. */
final class StorageEntries {
    private StorageEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("storage.read-time", Kind.DISTRIBUTION)
                        .aws("0.4ms")
                        .ideal("0ms")
                        .sweep("0.1ms", "2ms")
                        .calibrated(Sources.SELECT),
                entry("storage.apply-time", Kind.DISTRIBUTION)
                        .aws("0.05ms")
                        .ideal("0ms")
                        .sweep("0.01ms", "1ms")
                        .note("one entry's rows of one partition")
                        .inferred(Sources.PROPOSAL),
                entry("storage.capacity", Kind.NUMBER)
                        .words("unlimited")
                        .aws("16")
                        .ideal("unlimited")
                        .sweep("4", "64")
                        .note("reads that a replica works on at once")
                        .inferred(Sources.PROPOSAL),
                entry("storage.retention", Kind.DURATION)
                        .aws("5m")
                        .sweep("10s", "10m")
                        .note("how long replaced versions are kept; a read below is refused")
                        .engineer(Sources.PAPER + ", section 5.3"),
                entry("storage.replacement-time", Kind.DISTRIBUTION)
                        .aws("5s")
                        .ideal("0ms")
                        .sweep("1s", "300s")
                        .note("to a new replica restored from a snapshot; catching up comes on top")
                        .engineer("seconds, " + Sources.PAPER + ", section 7"),
                entry("storage.snapshot-age", Kind.DURATION)
                        .aws("5m")
                        .ideal("0ms")
                        .sweep("1m", "60m")
                        .note("how much journal a new replica must replay")
                        .inferred(Sources.PROPOSAL));
    }
}
