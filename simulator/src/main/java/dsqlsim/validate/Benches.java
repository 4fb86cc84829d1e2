package dsqlsim.validate;

import java.util.LinkedHashMap;
import java.util.Map;

/** All benches, by name. */
final class Benches {
    private static final Map<String, Bench> ALL = new LinkedHashMap<>();

    static {
        ALL.put("sampling", new Sampling());
        ALL.put("queue", new Queue());
        ALL.put("repairmen", new Repairmen());
        ALL.put("quorum", new Quorum());
        ALL.put("copies", new Copies());
        ALL.put("quorum-reads", new QuorumReads());
        ALL.put("failovers", new Failovers());
        ALL.put("drain", new Drain());
        ALL.put("metastable", new Metastable());
        ALL.put("reconnects", new Reconnects());
        ALL.put("backoff-storm", new BackoffStorm());
        ALL.put("clock", new ClockBench());
        ALL.put("pipeline", new Pipeline());
    }

    private Benches() {}

    static Bench find(String name) {
        Bench bench = ALL.get(name);
        if (bench == null) {
            throw new IllegalArgumentException("no bench '" + name + "'");
        }
        return bench;
    }
}
