package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Failed attempts by cause; all of them ended before commit was sent. */
public record Failures(
        @JsonProperty(required = true) long unavailable,
        @JsonProperty(required = true) long connection,
        @JsonProperty(required = true) long timeout) {

    /** The sum over all causes. */
    public long total() {
        return unavailable + connection + timeout;
    }
}
