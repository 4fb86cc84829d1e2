package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An expectation of the scenario, and what was found.
 *
 * @param text as written in the scenario
 * @param value what was measured, in seconds for times; null when there was no sample or it is no number
 * @param verdict on it
 * @param line of the scenario file, 0 when it came from the command line
 * @param unit {@code s}, {@code share}, {@code 1/s} or {@code count}; null when unknown
 * @param found what was found where that is no number, such as {@code violated}; else null and left out
 */
public record ExpectationResult(
        @JsonProperty(required = true) String text,
        @JsonProperty(required = true) Double value,
        @JsonProperty(required = true) Verdict verdict,
        @JsonProperty(required = true) int line,
        @JsonInclude(JsonInclude.Include.NON_NULL) String unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) String found) {}
