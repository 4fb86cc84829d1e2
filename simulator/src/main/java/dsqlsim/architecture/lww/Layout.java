package dsqlsim.architecture.lww;

import dsqlsim.architecture.ClientSites;
import dsqlsim.architecture.Injections;
import java.util.ArrayList;
import java.util.List;

/** Who is where: the replicas by region and zone, each the origin of its own log, and the endpoints. */
final class Layout {
    /** Whoever has missed so many heartbeats is left out. */
    static final int BEATS_MISSED = 3;

    final Config config;
    final Injections injections = new Injections();
    final Replica[][] regions;
    final Endpoint[] endpoints;
    final ClientSites sites;
    /** All replicas, by their number as an origin. */
    final List<Replica> origins = new ArrayList<>();

    Layout(Config config, int regions, ClientSites sites) {
        this.config = config;
        this.regions = new Replica[regions][];
        this.endpoints = new Endpoint[regions];
        this.sites = sites;
    }

    /** The sequence up to which every replica has an origin's log on its disk. */
    long everywhere(int origin) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < origins.size(); i++) {
            least = Math.min(least, origins.get(i).replication.log(origin).last());
        }
        return least;
    }
}
