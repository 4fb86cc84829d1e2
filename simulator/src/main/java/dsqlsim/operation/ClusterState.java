package dsqlsim.operation;

import java.util.Locale;

/** The states of a cluster, as its control plane reports them. */
public enum ClusterState {
    /** There is none, or none any more. */
    ABSENT(false),
    CREATING(false),
    /** Created for two regions, and not yet peered. */
    PENDING_SETUP(false),
    ACTIVE(true),
    /** Nobody has used it for a while: nothing runs, the next connection is a little slower. */
    IDLE(true),
    /** Nobody has used it for long: the next connection wakes it, and waits for that. */
    INACTIVE(true),
    UPDATING(true),
    /** Deleted, and its peer not yet. */
    PENDING_DELETE(false),
    DELETING(false),
    DELETED(false);

    private final boolean serves;

    ClusterState(boolean serves) {
        this.serves = serves;
    }

    /** Whether its endpoint takes connections. */
    public boolean serves() {
        return serves;
    }

    /** As the documentation writes it. */
    public String label() {
        return name().toUpperCase(Locale.ROOT);
    }
}
