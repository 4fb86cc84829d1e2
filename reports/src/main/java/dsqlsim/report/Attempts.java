package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Tries of transactions, by how they ended.
 *
 * @param unknown commit was sent and no definite answer came
 * @param abandoned tries given up and repeated inside the database; no part of the total
 */
public record Attempts(
        @JsonProperty(required = true) long total,
        @JsonProperty(required = true) long committed,
        @JsonProperty(required = true) long unknown,
        @JsonProperty(required = true) Aborts aborted,
        @JsonProperty(required = true) Failures failed,
        @JsonProperty(required = true) long abandoned) {}
