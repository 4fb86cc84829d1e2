package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The scenario that was run.
 *
 * @param sha256 of the scenario file's bytes, in hexadecimal
 * @param path as it was given, never absolute
 */
public record ScenarioSource(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String question,
        @JsonProperty(required = true) String sha256,
        @JsonProperty(required = true) String path) {}
