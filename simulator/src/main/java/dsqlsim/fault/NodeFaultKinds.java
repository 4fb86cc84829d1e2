package dsqlsim.fault;

import java.util.List;

/** What can happen to nodes, their clocks and disks, and to places. */
final class NodeFaultKinds {
    private NodeFaultKinds() {}

    static List<FaultKind> all() {
        return List.of(crash(), pause(), slow(), zoneOutage(), regionOutage(), clock(), disk());
    }

    private static FaultKind crash() {
        return FaultKind.of(
                        "crash",
                        "nodes lose volatile state; restart after `for`",
                        "crash: {role: adjudicator-leader, shard: 0}",
                        Crash::parse)
                .dsql("query processor: its connections break, running transactions are gone; adjudicator: a standby is"
                        + " elected, query processors send commits again; journal, crossbar and storage replica: the"
                        + " others carry on, it catches up when it is back; control plane: no evictions meanwhile")
                .aurora(
                        "writer: a reader is promoted, or the writer re-created; reader: its sessions break; storage copy:"
                                + " quorums of the others")
                .selfManaged(
                        "database: nothing is served until it is back with what its disk holds, or people have replaced it; standby: with"
                                + " a synchronous one commits wait; backup: nothing is stored or restored")
                .lww(
                        "replica: its connections break and come back at another's; neighbours send its log on, and it takes in what it"
                                + " missed when it is back; router: no new connections in the region");
    }

    private static FaultKind pause() {
        return FaultKind.of(
                        "pause",
                        "nodes freeze and resume with what they had (stale leaders, late timers)",
                        "pause: {role: adjudicator-leader, shard: 0}",
                        Pause::parse)
                .dsql(
                        "as a crash for the others; an adjudicator that resumes finds itself superseded and fenced, a storage"
                                + " replica answers late and never stale")
                .aurora("writer: failed over, and fenced by storage when it resumes")
                .selfManaged("primary: clients wait until it resumes or their timeouts pass")
                .lww(
                        "replica: its clients wait, new ones go elsewhere; its neighbours send its log on, and it resumes with what it had");
    }

    private static FaultKind slow() {
        return FaultKind.of(
                        "slow",
                        "service times times `factor`",
                        "slow: {role: storage, zone: us-east-1a, factor: x10}",
                        Slow::parse)
                .dsql("adjudicator: decisions, hence commits of its shard; storage replica: reads there, which other"
                        + " replicas take over after the read timeout; query processor: statements; crossbar and journal:"
                        + " visibility and quorums")
                .aurora("writer: every statement; storage copies: quorums go to the faster ones")
                .selfManaged("primary: every statement")
                .lww("replica: what is asked of it; quorums go to the faster ones");
    }

    private static FaultKind zoneOutage() {
        return FaultKind.of(
                        "zone-outage",
                        "power: every node of the zone crashes and its links are dead",
                        "zone-outage: us-east-1a",
                        Outage::zone)
                .dsql(
                        "its connections break and come back in other zones; leaders there are replaced; journals carry on"
                                + " with two of three replicas; reads go to other zones' storage")
                .aurora("storage keeps its write quorum; the writer fails over if it was there")
                .selfManaged(
                        "nothing is served if the database was there: people wait for it, fail over, or restore a backup")
                .lww("as a crash of its replica; the others of the region carry on with two of three");
    }

    private static FaultKind regionOutage() {
        return FaultKind.of(
                        "region-outage",
                        "power: every node of the region crashes and its links are dead",
                        "region-outage: us-east-2",
                        Outage::region)
                .dsql("multi-region: reads and commits stall everywhere until the region is evicted, then the survivor"
                        + " serves with the witness; witness: nothing but perhaps slower commits; single region: out")
                .aurora("multi-AZ: out; global: out until an operator fails over, with the lag lost")
                .selfManaged("as a zone; restored elsewhere only if the backups are there, else people wait for it")
                .lww("the other regions serve on; what was not replicated is missing");
    }

    private static FaultKind clock() {
        return FaultKind.of(
                        "clock",
                        "`lose-sync` (bound widens), `drift`, `step`, `disrupt`, and `lie` (the bound excludes true time)",
                        "clock: {role: query-processor, region: us-east-1, lie: -10ms}",
                        ClockFault::parse)
                .dsql(
                        "query processor: start timestamps; reads wait longer with a wider bound, and begin nothing without"
                                + " one; adjudicator: commit timestamps and promises; steps down without a bound. A lie can break"
                                + " linearizability, never durability or isolation")
                .lww(
                        "replica: with a clock that is ahead its writes win over later ones, with one that is behind they lose, and an"
                                + " update may be replaced by what it was based on");
    }

    private static FaultKind disk() {
        return FaultKind.of(
                        "disk",
                        "journal or storage disk: `stall`, `slow`, `lose`",
                        "disk: {role: journal, shard: 0, zone: us-east-1a, stall: true}",
                        DiskFault::parse)
                .dsql("journal: its acknowledgements stop or slow down, quorums go to the others; lost: it is a learner"
                        + " until it has the whole log again; storage: applies slowly, or is replaced from a snapshot")
                .aurora("storage copy: quorums of the others; repaired from them")
                .selfManaged(
                        "database: commits wait; lost: restored from the last backup that can be read, or the standby takes over; standby:"
                                + " a new one is made; backup: no backups any more")
                .lww("replica: its commits wait; lost: out of service until it has copied another");
    }
}
