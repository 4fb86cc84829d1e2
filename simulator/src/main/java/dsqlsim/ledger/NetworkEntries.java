package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** Delays between places, one way. */
final class NetworkEntries {
    private NetworkEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("network.local", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 0.1ms, p99 0.3ms)")
                        .ideal("0ms")
                        .sweep("0.05ms", "0.5ms")
                        .note("one way between nodes of one zone")
                        .inferred("half of the 0.5 ms round trip to storage in " + Sources.TPCB + ", less service"),
                entry("network.zone", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 0.35ms, p99 1ms)")
                        .ideal("0ms")
                        .sweep("0.15ms", "1.5ms")
                        .note("one way between zones of one region; round trips of 0.25 to 3.4 ms were seen")
                        .measured(Sources.ZONES),
                entry("network.region", Kind.DISTRIBUTION)
                        .words("table")
                        .aws("table")
                        .ideal("0ms")
                        .sweep("0.5ms", "120ms")
                        .note(
                                "one way between regions; table: half of the pair's median round trip, lognormal with its p99")
                        .measured(Sources.PAPER + ", section 2.5, for pairs of Virginia; cloudping.co for the others"),
                entry("network.region-spread", Kind.NUMBER)
                        .aws("0.05")
                        .ideal("0")
                        .sweep("0.006", "0.1")
                        .note("sigma of the lognormal for pairs of regions whose p99 is unknown")
                        .inferred("between 0.006 (Virginia-Oregon) and 0.097 (Virginia-Ohio) of the paper"),
                entry("network.tail", Kind.DISTRIBUTION)
                        .words("none")
                        .aws("mix(99.9999% 0ms, 0.0001% uniform(50ms, 500ms))")
                        .ideal("none")
                        .sweep("none", "mix(99.99% 0ms, 0.01% uniform(50ms, 500ms))")
                        .note("added to every message between regions: re-sent packets, route changes")
                        .inferred(Sources.PROPOSAL),
                entry("network.connection-timeout", Kind.DURATION)
                        .aws("15s")
                        .sweep("1s", "60s")
                        .note("how long a cut link takes to break the connections over it")
                        .inferred(Sources.PROPOSAL),
                choice("network.heartbeats", "shared", "apart")
                        .ideal("apart")
                        .note(
                                "heartbeats, promises and renewals: in one connection with commits, in order, or in their own")
                        .inferred(Sources.PROPOSAL));
    }
}
