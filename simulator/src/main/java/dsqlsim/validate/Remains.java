package dsqlsim.validate;

import java.util.List;

/** What no case says anything about, said plainly. */
final class Remains {
    static final List<String> ALL = List.of(
            "Passing shows that the mechanisms compute what their inputs imply. It does not validate the inputs: most constants of the `aws`"
                    + " preset are inferred, and the ledger says which.",
            "How long region eviction, elections, leases and heartbeats of Aurora DSQL take is unpublished. Recovery times of the model follow"
                    + " from assumed values; vary them before you rely on one.",
            "No customer has published a measured loss of a region, and no outside body has tested the isolation of the live service. The"
                    + " model's safety is checked against its own contract.",
            "Where two round trips of a commit across regions come from is not published. Two readings fit the same 99th percentiles: leaders"
                    + " spread over both regions beside their journals (H1), and journals whose head is in the other region (H2). H1 is the"
                    + " default because it needs one mechanism less and keeps one journal per leader; they differ in the median (about 21 against"
                    + " 27 ms) and after the loss of a region (about 66 against 129 ms for Virginia with Oregon). `journal.head: remote` runs"
                    + " H2.",
            "Percentiles above the 99th, latencies under load near capacity, and how throughput grows with the number of adjudicators have no"
                    + " published counterpart.",
            "Journal replicas persist in sequence. Order statistics of quorums (B1) are exact only for commits that do not overlap: one client with a"
                    + " pause longer than the slowest replica states them so. With overlapping commits latencies are higher, as they should be.",
            "A quorum of 1 of 3 replicas is refused by the language: two quorums must meet.");

    private Remains() {}
}
