package dsqlsim.kit;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Arbitraries of jqwik for topologies, loads, faults and whole scenarios, which jqwik shrinks part by part. They need jqwik on
 * the class path, which is the user's to bring.
 */
public final class AnyScenario {
    private static final int HEALED_MS = 3_000;

    private AnyScenario() {}

    /** A {@code topology:} block of DSQL, in one region or in two with a witness. */
    public static Arbitrary<String> topology() {
        return Combinators.combine(
                        Arbitraries.of(false, true),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 2))
                .as((multi, shards, partitions) -> "{architecture: "
                        + (multi
                                ? "dsql-multi-region, regions: [us-east-1, us-east-2], witness: us-west-2"
                                : "dsql-single-region, regions: [us-east-1]")
                        + ", shards: " + shards + ", partitions: " + partitions + "}");
    }

    /** An element of {@code workload:}, of clients in us-east-1. */
    public static Arbitrary<String> workload() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(20, 500))
                .as((rate, reads, writes, rows) -> "{name: orders, region: us-east-1, arrivals: " + rate
                        + "/s, transactions: {reads: " + reads + ", writes: " + writes + "}, keys: {space: " + rows
                        + "}}");
    }

    /** A fault in us-east-1 that has healed three seconds after the start. */
    public static Arbitrary<String> fault() {
        return Combinators.combine(
                        Arbitraries.integers().between(500, HEALED_MS - 100),
                        Arbitraries.integers().between(10, 1_500),
                        Arbitraries.of(effects()))
                .as((at, lasts, effect) ->
                        "{at: " + at + "ms, for: " + Math.min(lasts, HEALED_MS - at) + "ms, " + effect + "}");
    }

    /** Weak effects first: that is the order in which jqwik shrinks. */
    private static List<String> effects() {
        return List.of(
                "impair: {isolate: [us-east-1a], delay: 20ms}",
                "slow: {role: storage, zone: us-east-1a, factor: x10}",
                "disk: {role: journal, zone: us-east-1a, stall: true}",
                "pause: {role: adjudicator-leader, shard: 0}",
                "crash: {role: query-processor, zone: us-east-1a}",
                "crash: {role: storage, zone: us-east-1a}",
                "crash: {role: adjudicator-leader}",
                "partition: {isolate: [us-east-1a]}",
                "zone-outage: us-east-1a");
    }

    /** Six seconds of DSQL with at most three faults in one zone. */
    public static Arbitrary<Dsqlsim> ofDsql() {
        return Combinators.combine(
                        topology(),
                        workload(),
                        fault().list().ofMaxSize(3),
                        Arbitraries.longs().between(1, 1_000_000))
                .as(AnyScenario::scenario);
    }

    private static Dsqlsim scenario(String topology, String workload, List<String> faults, long seed) {
        StringBuilder text = new StringBuilder("dsqlsim: 1\nduration: 6s\nwarmup: 200ms\n");
        text.append("seed: ").append(seed).append("\ntopology: ").append(topology);
        text.append("\nworkload:\n  - ").append(workload).append('\n');
        if (!faults.isEmpty()) {
            text.append("faults:\n");
            faults.forEach(each -> text.append("  - ").append(each).append('\n'));
        }
        return Dsqlsim.yaml(text.toString());
    }
}
