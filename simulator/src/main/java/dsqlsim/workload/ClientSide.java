package dsqlsim.workload;

import dsqlsim.architecture.Gateway;
import dsqlsim.kernel.Simulation;
import dsqlsim.kernel.TimerLane;
import dsqlsim.txn.Observer;

/** What the clients of a workload share: the simulation, the database, who listens, and where the clients are. */
record ClientSide(
        Simulation simulation,
        Gateway gateway,
        Observer observer,
        WorkloadSpec spec,
        int workload,
        long key,
        int region,
        Clients.Places places) {

    /** How many zones the clients are spread over. */
    int zones() {
        return places.zones().get(region);
    }

    /** The clients have moved: another region's endpoint has answered them. */
    void rerouted(int to) {
        observer.noted("rerouted", spec.name(), "to " + places.regions().get(to), now());
    }

    /** A lane for timers of a length in nanoseconds, or null when that is {@link WorkloadSpec#NONE}. */
    TimerLane lane(long nanos) {
        return nanos == WorkloadSpec.NONE ? null : new TimerLane(simulation, nanos);
    }

    long now() {
        return simulation.now();
    }
}
