package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** The control plane: which regions are members. */
final class MembershipEntries {
    private MembershipEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("membership.heartbeat", Kind.DURATION)
                        .aws("500ms")
                        .sweep("50ms", "10s")
                        .inferred(Sources.PROPOSAL),
                entry("membership.detect", Kind.DURATION)
                        .aws("3s")
                        .sweep("500ms", "60s")
                        .note(
                                "silence of a full region before the other proposes its eviction: the largest part of RTO")
                        .inferred("unpublished; very quickly, " + Sources.TALK),
                entry("membership.vote-time", Kind.DISTRIBUTION)
                        .aws("200ms")
                        .ideal("0ms")
                        .sweep("10ms", "10s")
                        .inferred(Sources.PROPOSAL),
                entry("membership.stable-time", Kind.DURATION)
                        .aws("60s")
                        .sweep("0s", "600s")
                        .note("how long a returning region must be well before it is voted in again")
                        .inferred(Sources.PROPOSAL),
                choice("membership.eviction", "on", "off")
                        .note("off: a lost region is never voted out (for tests)")
                        .engineer(Sources.CAP),
                entry("control-plane.refuse-after", Kind.DURATION)
                        .words("never")
                        .aws("5s")
                        .sweep("0s", "60s")
                        .note("without a quorum for this long a region refuses quickly instead of letting clients wait")
                        .inferred(Sources.PROPOSAL));
    }
}
