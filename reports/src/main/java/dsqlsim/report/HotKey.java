package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A key with many aborts. */
public record HotKey(
        @JsonProperty(required = true) String key,
        @JsonProperty(required = true) long commits,
        @JsonProperty(required = true) long aborts) {}
