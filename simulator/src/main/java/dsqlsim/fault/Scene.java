package dsqlsim.fault;

import java.util.List;

/** What the faults of a scenario can be about: its places, and its workloads by name. */
public record Scene(Places places, List<String> workloads) {
    public Scene {
        workloads = List.copyOf(workloads);
    }
}
