package dsqlsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter study.
 *
 * @param vary paths of the scenario, each with the texts it takes, in order
 * @param repeat replications at each point
 */
public record SweepSpec(Map<String, List<String>> vary, int repeat) {
    public SweepSpec {
        vary = new LinkedHashMap<>(vary);
    }
}
