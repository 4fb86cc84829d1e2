package dsqlsim.fault;

import java.util.List;

/** What a fault does when it is injected, without when. One record per kind. */
public interface Action {
    /** Does it, to whatever its targets mean now, and returns what takes exactly that back. */
    Healing begin(Stage stage);

    /** The type of disruption, unless the scenario says otherwise. */
    Disruption disruption();

    /** The places and nodes it names, for validation. */
    default List<Target> targets() {
        return List.of();
    }

    /** What it does, in a few words for people: {@code us-east-2 cut off}. */
    default String describe() {
        return Target.list(targets());
    }

    /** The workload it names, or null. */
    default String workload() {
        return null;
    }

    /**
     * What is really injected, and when: by default this action once, for as long as the fault lasts.
     *
     * @param key keys every draw
     * @param lastsNanos how long the fault lasts, at most to the end of the run
     */
    default List<Step> steps(Places places, long key, long lastsNanos) {
        return List.of(new Step(0, lastsNanos, this));
    }

    /** One injection, in nanoseconds after the fault's own. */
    record Step(long afterNanos, long lastsNanos, Action action) {}
}
