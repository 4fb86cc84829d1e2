package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;
import java.util.stream.Stream;

/** Adjudicators: deciding conflicts, promising, leading and taking over. */
final class AdjudicatorEntries {
    private AdjudicatorEntries() {}

    static List<Assumption> all() {
        return Stream.of(deciding(), promising(), leading(), takingOver())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Assumption> deciding() {
        return List.of(
                entry("adjudicator.check-time", Kind.DISTRIBUTION)
                        .aws("33us")
                        .ideal("0ms")
                        .sweep("10us", "500us")
                        .note("about 30,000 decisions a second and leader")
                        .engineer(Sources.VOGELS),
                entry("adjudicator.vote-time", Kind.DISTRIBUTION)
                        .aws("0ms")
                        .sweep("0ms", "1ms")
                        .note("added to each vote on a transaction of several shards")
                        .inferred(Sources.PROPOSAL),
                entry("adjudicator.capacity", Kind.NUMBER)
                        .words("unlimited")
                        .aws("1")
                        .ideal("unlimited")
                        .sweep("1", "16")
                        .note("decisions that a leader works on at once")
                        .inferred(Sources.PROPOSAL),
                entry("adjudicator.conflict-window", Kind.DURATION)
                        .aws("5m")
                        .sweep("10s", "10m")
                        .note("an older start timestamp is refused as too old")
                        .inferred("as long as a transaction may live, " + Sources.QUOTAS),
                choice("adjudicator.coordinator", "first")
                        .note("which shard of several decides: the lowest-numbered one written")
                        .inferred("the paper allows any"));
    }

    private static List<Assumption> promising() {
        return List.of(
                entry("adjudicator.lead", Kind.DURATION)
                        .words("auto")
                        .aws("auto")
                        .ideal("0ms")
                        .sweep("0ms", "30ms")
                        .note(
                                "how far commits and promises run ahead of the clock; auto: the measured append-to-quorum time plus the margin")
                        .calibrated("SELECT p99 of 2.1 / 1.8 ms across regions, the mechanism and no number"),
                entry("adjudicator.lead-margin", Kind.DURATION)
                        .aws("1.5ms", "2ms")
                        .ideal("0ms")
                        .sweep("0ms", "10ms")
                        .calibrated("COMMIT p99 of 29.2 / 30.1 / 7.4 ms"),
                entry("adjudicator.promise-interval", Kind.DURATION)
                        .aws("1ms", "2ms")
                        .ideal("0ms")
                        .sweep("0.2ms", "50ms")
                        .note("how often an idle leader raises its floor; 0ms: continuously")
                        .inferred("unpublished; that there is a heartbeat is in " + Sources.CONSISTENCY),
                entry("adjudicator.promise-relay", Kind.NUMBER)
                        .aws("4")
                        .ideal("1")
                        .sweep("1", "16")
                        .note("a replica passes every promise on in its own place, and each so-manieth to the others")
                        .inferred(Sources.PROPOSAL),
                entry("adjudicator.promise-timeout", Kind.DURATION)
                        .words("auto", "unlimited")
                        .aws("auto")
                        .ideal("unlimited")
                        .sweep("5ms", "2s")
                        .note(
                                "how long a vote promises; auto: 20 ms and two round trips to the farthest leader involved, never past the lease")
                        .inferred(Sources.PROPOSAL),
                entry("adjudicator.lease", Kind.DURATION)
                        .aws("60ms", "500ms")
                        .ideal("10s")
                        .sweep("20ms", "10s")
                        .note(
                                "up to which a quorum of replicas lets a leader promise; a successor's first acknowledgements wait it out")
                        .inferred(
                                "unpublished; that there are leases is in AWS Database Blog, What you don't need to know, part 4"),
                entry("adjudicator.lease-renewal", Kind.DURATION)
                        .aws("5ms", "50ms")
                        .ideal("1s")
                        .sweep("1ms", "1s")
                        .inferred(Sources.PROPOSAL),
                choice("adjudicator.lease-on-promises", "on", "off")
                        .note("off: leaders promise without a quorum's grant (for tests of the checkers)")
                        .inferred(Sources.PROPOSAL));
    }

    private static List<Assumption> leading() {
        return List.of(
                entry("adjudicator.leader-placement", Kind.REGION)
                        .words("spread")
                        .aws("spread")
                        .note("where leaders sit: spread over the full regions by shard, or all in one region")
                        .inferred("both regions show the same commit latency in the paper's figure 6"),
                entry("adjudicator.keepalive-interval", Kind.DURATION)
                        .aws("5ms", "50ms")
                        .ideal("5ms")
                        .sweep("1ms", "500ms")
                        .note("if left out, at most a quarter of the shortest adjudicator.election-timeout")
                        .inferred(Sources.PROPOSAL),
                choice("adjudicator.fencing", "on", "off")
                        .note("off: replicas accept appends of superseded leaders (for tests of the checkers)")
                        .engineer("M. Bowes, DSQL adjudicator (marc-bowes.com)"));
    }

    private static List<Assumption> takingOver() {
        return List.of(
                entry("adjudicator.election-timeout", Kind.RANGE)
                        .aws("30ms..60ms", "200ms..400ms")
                        .sweep("10ms..20ms", "1s..2s")
                        .note("silence after which a standby stands, drawn anew each time")
                        .inferred("unpublished; that an election takes milliseconds is in " + Sources.TALK),
                entry("adjudicator.election-time", Kind.DISTRIBUTION)
                        .aws("3ms")
                        .ideal("0ms")
                        .sweep("1ms", "500ms")
                        .note("a winner's own work before it serves")
                        .inferred(Sources.PROPOSAL),
                choice("adjudicator.election-trigger", "silence", "lease")
                        .note("what a standby waits for: silence, or the end of the leader's lease, seen by polling")
                        .inferred("lease: as in " + Sources.MEMORYDB),
                entry("adjudicator.poll-interval", Kind.DURATION)
                        .aws("10ms")
                        .ideal("0ms")
                        .sweep("1ms", "5s")
                        .note("how often a standby looks at the lease; 0ms: it knows at once")
                        .inferred(Sources.MEMORYDB),
                entry("adjudicator.takeover-timeout", Kind.DURATION)
                        .words("never")
                        .aws("5s")
                        .sweep("1s", "60s")
                        .note("silence after which standbys of the other full region stand without an eviction")
                        .inferred(Sources.PROPOSAL));
    }
}
