package dsqlsim.workload;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Simulation;
import java.util.List;

/** Clients, a fake database and a log, ready to run. */
final class Laboratory {
    static final long MS = 1_000_000L;
    static final long S = 1_000_000_000L;
    static final Clients.Places PLACES = new Clients.Places(List.of("us-east-1", "us-east-2"), List.of(3, 2));

    final Simulation simulation;
    final FakeGateway gateway;
    final Log log = new Log();
    /** What a name server answers by DNS. */
    int name;

    Clients clients;

    Laboratory(long seed) {
        simulation = new Simulation(seed);
        gateway = new FakeGateway(simulation);
    }

    Laboratory start(WorkloadSpec... workloads) {
        List<WorkloadSpec> all = List.of(workloads);
        clients =
                Clients.start(simulation, gateway, log, all, Keyspace.of(all), PLACES, row -> row % 8, w -> () -> name);
        return this;
    }

    Laboratory run(long untilNanos) {
        simulation.runUntil(untilNanos);
        return this;
    }

    /** Does something at a time. */
    Laboratory at(long nanos, Runnable action) {
        simulation.at(nanos, FakeGateway.event(action));
        return this;
    }

    static ArrivalsSpec open(double rate) {
        return new ArrivalsSpec.Open(rate);
    }

    static ArrivalsSpec closed(int count, long thinkNanos) {
        return new ArrivalsSpec.Closed(count, Distribution.constant(thinkNanos));
    }

    /** A workload of one read and one write a transaction, with nothing that could disturb it. */
    static Builder workload(String name, ArrivalsSpec arrivals) {
        return new Builder(name, arrivals);
    }

    static RetrySpec retry(int attempts, RetrySpec.Backoff backoff) {
        return new RetrySpec(attempts, backoff, null, false);
    }

    static RetrySpec.Backoff delay(long nanos) {
        return new RetrySpec.Delay(Distribution.constant(nanos));
    }

    static final class Builder {
        private final String name;
        private final ArrivalsSpec arrivals;
        private List<TransactionSpec> transactions = List.of(TransactionSpec.of("t", 1, 1));
        private KeysSpec keys = KeysSpec.uniform("main", 1000);
        private RetrySpec retry = RetrySpec.NEVER;
        private long timeout = WorkloadSpec.NONE;
        private long deadline = WorkloadSpec.NONE;
        private ConnectionsSpec connections = ConnectionsSpec.UNLIMITED;
        private RoutingSpec routing = RoutingSpec.only("us-east-1");

        private Builder(String name, ArrivalsSpec arrivals) {
            this.name = name;
            this.arrivals = arrivals;
        }

        Builder transactions(TransactionSpec... specs) {
            transactions = List.of(specs);
            return this;
        }

        Builder keys(KeysSpec spec) {
            keys = spec;
            return this;
        }

        Builder retry(RetrySpec spec) {
            retry = spec;
            return this;
        }

        Builder timeout(long nanos) {
            timeout = nanos;
            return this;
        }

        Builder deadline(long nanos) {
            deadline = nanos;
            return this;
        }

        Builder connections(ConnectionsSpec spec) {
            connections = spec;
            return this;
        }

        Builder routing(RoutingSpec spec) {
            routing = spec;
            return this;
        }

        WorkloadSpec build() {
            return new WorkloadSpec(
                    name, "us-east-1", arrivals, transactions, keys, retry, timeout, deadline, connections, routing);
        }
    }
}
