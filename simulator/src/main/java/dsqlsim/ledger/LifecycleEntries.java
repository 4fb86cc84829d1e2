package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** What clusters go through, and how long each step takes. */
final class LifecycleEntries {
    private static final String STATES = "Aurora DSQL user guide, cluster status; no times are published";

    private LifecycleEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("lifecycle.create-time", Kind.DISTRIBUTION)
                        .aws("32s")
                        .ideal("0ms")
                        .sweep("10s", "300s")
                        .note("create to ACTIVE, or to PENDING_SETUP")
                        .measured(Sources.SEOUL),
                entry("lifecycle.peer-time", Kind.DISTRIBUTION)
                        .aws("30s")
                        .ideal("0ms")
                        .sweep("10s", "300s")
                        .note("peering to ACTIVE")
                        .inferred(Sources.PROPOSAL),
                entry("lifecycle.update-time", Kind.DISTRIBUTION)
                        .aws("60s")
                        .ideal("0ms")
                        .sweep("10s", "600s")
                        .note("the cluster is UPDATING, and serves")
                        .inferred(Sources.PROPOSAL),
                entry("lifecycle.delete-time", Kind.DISTRIBUTION)
                        .aws("120s")
                        .ideal("0ms")
                        .sweep("30s", "600s")
                        .measured(Sources.SEOUL),
                entry("lifecycle.waiter-every", Kind.DURATION)
                        .aws("10s")
                        .sweep("1s", "60s")
                        .note("how often who waits for a state asks")
                        .documented("the AWS sample's SDK waiter"),
                entry("lifecycle.waiter-tries", Kind.NUMBER)
                        .aws("30")
                        .sweep("1", "100")
                        .documented("the AWS sample's SDK waiter"),
                entry("lifecycle.idle-after", Kind.DURATION)
                        .words("never")
                        .aws("never")
                        .sweep("60s", "3600s")
                        .note("without a connection or transaction a cluster becomes IDLE")
                        .inferred(STATES),
                entry("lifecycle.inactive-after", Kind.DURATION)
                        .words("never")
                        .aws("never")
                        .sweep("600s", "86400s")
                        .note("and then INACTIVE, counted from its last use")
                        .inferred(STATES),
                entry("lifecycle.idle-wake-time", Kind.DISTRIBUTION)
                        .aws("200ms")
                        .ideal("0ms")
                        .sweep("10ms", "5s")
                        .note("the first connection to an IDLE cluster waits so much longer")
                        .inferred(Sources.PROPOSAL),
                entry("lifecycle.wake-time", Kind.DISTRIBUTION)
                        .aws("10s")
                        .ideal("0ms")
                        .sweep("1s", "60s")
                        .note("the first connection to an INACTIVE cluster is slow")
                        .inferred(STATES),
                entry("lifecycle.refusal-time", Kind.DURATION)
                        .aws("5ms")
                        .sweep("1ms", "100ms")
                        .note("until a client learns that an endpoint does not exist")
                        .inferred(Sources.PROPOSAL));
    }
}
