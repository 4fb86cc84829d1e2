package dsqlsim.explore;

import java.util.List;
import java.util.Map;

/**
 * What is kept of one explored scenario until its turn comes.
 *
 * @param text the scenario, when something was found; else null
 */
record Outcome(
        int number, List<Violation> violations, Map<String, Long> events, Coverage coverage, long fired, String text) {}
