package dsqlsim.fault;

import java.util.List;

/** What can happen to links. */
final class LinkFaultKinds {
    private LinkFaultKinds() {}

    static List<FaultKind> all() {
        return List.of(
                FaultKind.of(
                                "partition",
                                "links are cut: `isolate: [...]` or `between: [[...],[...]]`; `direction: both / outbound /"
                                        + " inbound`",
                                "partition: {isolate: [us-east-2]}",
                                Partition::parse)
                        .dsql(
                                "a region cut off is evicted and serves nothing; two regions that lose only each other: the"
                                        + " witness's vote decides; zones: as their outage, though the nodes run on")
                        .aurora("global: lag grows, and a promotion meanwhile splits the brain; zones: as their outage")
                        .selfManaged(
                                "between zones: the standby falls behind, with a synchronous one commits wait; towards the"
                                        + " backups: none are stored; clients and people stand outside and notice nothing")
                        .lww("both sides serve on; conflicts are resolved when it heals"),
                FaultKind.of(
                                "impair",
                                "links get added `delay`, `jitter`, `loss`, `duplicate`, for a `share` of flows",
                                "impair: {between: [us-east-1, us-east-2], delay: 30ms, loss: 1%}",
                                Impair::parse)
                        .everywhere(
                                "every message over them: commits between regions or zones, replication, heartbeats;"
                                        + " enough of it looks like a cut"));
    }
}
