package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The verdict on a whole run. */
public enum RunVerdict {
    /** Every expectation and objective is met and no promised safety check is violated. */
    @JsonProperty("met")
    MET,
    /** An expectation or objective is missed or unknown. */
    @JsonProperty("missed")
    MISSED,
    /** A safety check that was promised is violated, and the scenario did not expect it. */
    @JsonProperty("violated")
    VIOLATED
}
