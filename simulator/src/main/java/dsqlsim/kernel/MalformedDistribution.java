package dsqlsim.kernel;

/** A text that is no distribution of the scenario language. */
public final class MalformedDistribution extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int offset;

    MalformedDistribution(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /** Where in the text the trouble begins, from 0. */
    public int offset() {
        return offset;
    }
}
