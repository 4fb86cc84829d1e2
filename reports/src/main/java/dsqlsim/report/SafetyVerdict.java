package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The verdict of a safety check. */
public enum SafetyVerdict {
    @JsonProperty("ok")
    OK,
    @JsonProperty("violated")
    VIOLATED,
    @JsonProperty("unknown")
    UNKNOWN,
    /** The architecture does not promise it: what was found is a number and no failure. */
    @JsonProperty("not-promised")
    NOT_PROMISED
}
