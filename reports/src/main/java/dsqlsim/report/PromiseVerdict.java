package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of something that a design promises, or does not. */
public enum PromiseVerdict {
    @JsonProperty("holds")
    HOLDS,
    @JsonProperty("violated")
    VIOLATED,
    /** The check could not tell. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** What was found is a number and no failure. */
    @JsonProperty("not-promised")
    NOT_PROMISED;

    /** As tables write it. */
    public String label() {
        return this == NOT_PROMISED ? "not promised" : name();
    }
}
