package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The verdict on an expectation or an objective. */
public enum Verdict {
    @JsonProperty("met")
    MET,
    @JsonProperty("missed")
    MISSED,
    /** There was no sample to judge by; counts as missed for the exit status. */
    @JsonProperty("unknown")
    UNKNOWN
}
