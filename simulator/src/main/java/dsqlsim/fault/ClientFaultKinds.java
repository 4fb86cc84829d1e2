package dsqlsim.fault;

import java.util.List;

/** What clients, operators and chance can do. */
final class ClientFaultKinds {
    private ClientFaultKinds() {}

    static List<FaultKind> all() {
        return List.of(
                connectionFailure(),
                load(),
                hotKeys(),
                conflict(),
                rolling(),
                failover(),
                switchover(),
                dns(),
                random());
    }

    private static FaultKind connectionFailure() {
        return FaultKind.of(
                        "connection-failure",
                        "a share of connections is refused or dropped (the AWS FIS action for DSQL)",
                        "connection-failure: {target: us-east-1, share: 30%}",
                        ConnectionFailure::parse)
                .everywhere("that share of clients must connect again, and retry what it was doing");
    }

    private static FaultKind load() {
        return FaultKind.of(
                        "load",
                        "a workload's arrivals times `factor` (surge)",
                        "load: {workload: orders, factor: x3}",
                        Load::parse)
                .everywhere("more transactions, more connections, more conflicts");
    }

    private static FaultKind hotKeys() {
        return FaultKind.of(
                        "hot-keys",
                        "a share of a workload moves onto few keys",
                        "hot-keys: {workload: orders, share: 50%, keys: 1}",
                        HotKeys::parse)
                .dsql("one commit per key and commit path wins; the others abort and retry")
                .aurora("transactions queue for row locks")
                .selfManaged("transactions queue for row locks")
                .lww("more updates overwrite each other unseen");
    }

    private static FaultKind conflict() {
        return FaultKind.of(
                        "conflict",
                        "a share of commits is refused with OC000 or OC001, on a deterministic schedule",
                        "conflict: {share: 5%, code: OC001}",
                        Conflict::parse)
                .dsql("the client sees SQLSTATE 40001 and retries; nothing was written");
    }

    private static FaultKind rolling() {
        return FaultKind.of(
                        "rolling-restart",
                        "one node of a role after the other",
                        "rolling-restart: {role: adjudicator, down: 2s, gap: 3s}",
                        RollingRestart::parse)
                .dsql("as a crash of each, zone by zone")
                .aurora("as a crash of each; the writer last")
                .selfManaged("as a crash of each")
                .lww("as a crash of each");
    }

    private static FaultKind failover() {
        return FaultKind.of(
                        "failover",
                        "operator action of Aurora, with decision time: a secondary region is promoted, data may be lost",
                        "failover: {to: us-east-2, decision-time: 5m}",
                        Operate::failover)
                .aurora(
                        "multi-AZ, or to the region that writes: a reader of it is promoted; global: the secondary becomes"
                                + " primary with what it has, what had not arrived is lost");
    }

    private static FaultKind switchover() {
        return FaultKind.of(
                        "switchover",
                        "operator action of Aurora Global Database, with decision time: roles change, nothing is lost",
                        "switchover: {to: us-east-2}",
                        Operate::switchover)
                .global("writes stop, the secondary catches up to a marker and takes over");
    }

    private static FaultKind dns() {
        return FaultKind.of(
                        "dns",
                        "`stale` answers, or an outage of health checks",
                        "dns: {what: stale, target: us-east-1}",
                        Dns::parse)
                .everywhere("clients that ask DNS keep their endpoint; those that choose themselves notice nothing");
    }

    private static FaultKind random() {
        return FaultKind.of(
                        "random",
                        "faults drawn from kinds, places and rates (MTBF, MTTR), within a `budget: survivable` or `any`",
                        "random: {kinds: [crash, partition], mtbf: 10s, mttr: 2s, budget: survivable}",
                        RandomFaults::parse)
                .everywhere("what the drawn kinds do");
    }
}
