package dsqlsim.fault;

/** Takes back what one injection did, and nothing else. */
@FunctionalInterface
public interface Healing {
    /** For what can't be taken back, or ended by itself. */
    Healing NOTHING = () -> {};

    void heal();
}
