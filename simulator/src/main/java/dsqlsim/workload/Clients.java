package dsqlsim.workload;

import dsqlsim.architecture.Gateway;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Simulation;
import dsqlsim.txn.Observer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** All clients of a scenario, while it runs. */
public final class Clients {
    private final Simulation simulation;
    private final List<Workload> workloads = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private long attemptsWanted = Long.MAX_VALUE;
    private long attemptsCountFrom;
    private long attempts;
    private Runnable whenAttemptsReached = () -> {};

    private Clients(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Where clients and endpoints can be: the names of the regions, and how many zones each has, by index of region. */
    public record Places(List<String> regions, List<Integer> zones) {
        public Places {
            regions = List.copyOf(regions);
            zones = List.copyOf(zones);
        }

        int region(String name) {
            int index = regions.indexOf(name);
            if (index < 0) {
                throw new IllegalArgumentException("no region " + name);
            }
            return index;
        }
    }

    /**
     * Builds the clients of all workloads and starts them at the simulation's present time.
     *
     * @param keyspace of these workloads
     * @param shardOfRow to which shard a row belongs, for transactions that ask for a number of shards; the same for every
     *     architecture that is to be asked the same things
     * @param names what a name server answers the workload of an index; asked for workloads that route by DNS
     */
    public static Clients start(
            Simulation simulation,
            Gateway gateway,
            Observer observer,
            List<WorkloadSpec> workloads,
            Keyspace keyspace,
            Places places,
            IntUnaryOperator shardOfRow,
            IntFunction<Resolver> names) {
        if (workloads.size() > Ids.WORKLOADS_MAX) {
            throw new IllegalArgumentException("more than " + Ids.WORKLOADS_MAX + " workloads");
        }
        Clients clients = new Clients(simulation);
        // A law may have a table of a million rows: workloads that draw alike share it.
        // Looked up, never iterated.
        Map<KeysSpec, Ranks> laws = new HashMap<>();
        long key = Randomness.key(simulation.seed(), "workload");
        for (WorkloadSpec spec : workloads) {
            int region = places.region(spec.region());
            ClientSide at = new ClientSide(
                    simulation,
                    gateway,
                    observer,
                    spec,
                    clients.workloads.size(),
                    Randomness.key(key, spec.name()),
                    region,
                    places);
            Router router = router(at, places, names);
            KeyTable table = keyspace.table(spec.keys().table());
            clients.workloads.add(new Workload(
                    at,
                    table,
                    keys -> laws.computeIfAbsent(keys, Ranks::of),
                    router,
                    shardOfRow,
                    clients::attemptEnded));
            clients.names.add(spec.name());
        }
        clients.workloads.forEach(Workload::start);
        return clients;
    }

    private static Router router(ClientSide at, Places places, IntFunction<Resolver> names) {
        RoutingSpec routing = at.spec().routing();
        return routing.by() == RoutingSpec.By.CLIENT
                ? new OwnChoice(endpoints(routing, places), routing)
                : new CachedName(names.apply(at.workload()), routing.dnsTtlNanos(), Randomness.key(at.key(), "dns"));
    }

    private static int[] endpoints(RoutingSpec routing, Places places) {
        int[] endpoints = new int[1 + routing.failover().size()];
        endpoints[0] = places.region(routing.home());
        for (int i = 1; i < endpoints.length; i++) {
            endpoints[i] = places.region(routing.failover().get(i - 1));
        }
        return endpoints;
    }

    // ---- what faults do

    /** Multiplies the load of a workload from now until what is returned is run. */
    public Runnable scaleLoad(String workload, double factor) {
        return find(workload).scale(factor);
    }

    /** Moves a share of a workload's draws onto the first {@code keys} rows of its table until what is returned is run. */
    public Runnable hotKeys(String workload, double share, int keys) {
        return find(workload).hotKeys().begin(share, keys);
    }

    private Workload find(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no workload " + name);
        }
        return workloads.get(index);
    }

    // ---- what a run does

    /** Runs {@code then} when so many attempts have ended at or after {@code fromNanos}, over all workloads. */
    public void whenAttempts(long count, long fromNanos, Runnable then) {
        attemptsWanted = count;
        attemptsCountFrom = fromNanos;
        whenAttemptsReached = then;
    }

    /** How many attempts have ended that count for {@link #whenAttempts}. */
    public long attempts() {
        return attempts;
    }

    private void attemptEnded() {
        if (simulation.now() >= attemptsCountFrom && ++attempts == attemptsWanted) {
            whenAttemptsReached.run();
        }
    }

    /** The names of the workloads, in the scenario's order. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Offers nothing any more; what was offered goes on to its end. */
    public void stopOffering() {
        workloads.forEach(Workload::stop);
    }

    /** How many transactions have been offered. */
    public long offered() {
        return workloads.stream().mapToLong(Workload::offered).sum();
    }

    /** How many transactions have been offered and have not ended. */
    public long open() {
        return workloads.stream().mapToLong(Workload::open).sum();
    }

    /** How many connections the pool of a workload has, those that are being opened included. */
    public int connections(String workload) {
        return find(workload).pool().size();
    }

    /**
     * What was offered, and when, in one number. With open loops it depends on the scenario and the seed alone, so two
     * architectures that agree on it were asked the same.
     */
    public long fingerprint() {
        long hash = 0;
        for (Workload workload : workloads) {
            hash = Randomness.mix(hash + workload.fingerprint());
        }
        return hash;
    }
}
