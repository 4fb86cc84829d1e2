package dsqlsim.architecture.aurora;

import dsqlsim.engine.Redo;
import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.World;

/** Sends what is durable in its region to the agents of the others, each at its own pace. */
final class ReplicationServer extends Node {
    private final Cluster cluster;
    private final Channel[] channels;
    /** Up to where the writer has told it. */
    private long known;

    ReplicationServer(World world, Cluster cluster, String name, int zone, int regions) {
        super(world, "replication-server", name, cluster.region, zone, -1);
        this.cluster = cluster;
        channels = new Channel[regions];
    }

    World world() {
        return world;
    }

    Cluster cluster() {
        return cluster;
    }

    long known() {
        return known;
    }

    /** The writer has made a commit durable. */
    void offer(Redo redo, DbInstance from) {
        from.tell(this, new Offered(redo.lsn, redo.attempt), from.now());
    }

    private void onOffered(long lsn) {
        known = Math.max(known, lsn);
        for (Channel each : channels) {
            if (each != null) {
                each.pump();
            }
        }
        trim();
    }

    /** What every secondary has is not needed any more. */
    private void trim() {
        long least = known;
        for (Channel each : channels) {
            least = each == null ? least : Math.min(least, each.acknowledged());
        }
        cluster.volume.log.trim(least);
    }

    /** An agent says up to where it has everything; the stream goes on behind that. */
    void onReceived(ReplicationAgent agent, long upTo, boolean hello) {
        int region = agent.region;
        if (!cluster.control.primary()) {
            return;
        }
        if (channels[region] == null) {
            channels[region] = new Channel(this, agent, cluster.config, upTo);
            known = Math.max(known, cluster.volume.installed());
        }
        channels[region].received(upTo, hello);
    }

    /** The channel to a region; null if there is none. */
    Channel channel(int region) {
        return channels[region];
    }

    /** Sends nothing any more. */
    void stop() {
        for (int i = 0; i < channels.length; i++) {
            if (channels[i] != null) {
                channels[i].stop();
                channels[i] = null;
            }
        }
    }

    long draw(long purpose, long identity) {
        return Randomness.key(Randomness.key(randomKey, purpose), identity);
    }

    @Override
    protected void onCrash() {
        stop();
    }

    @Override
    protected void onRestart() {
        known = cluster.volume.installed();
    }

    /** A commit is durable here. */
    private static final class Offered extends Message<ReplicationServer> {
        private final long lsn;
        private final long attempt;

        Offered(long lsn, long attempt) {
            this.lsn = lsn;
            this.attempt = attempt;
        }

        @Override
        protected void deliver() {
            to.onOffered(lsn);
        }

        @Override
        protected long identity() {
            return attempt;
        }

        @Override
        protected int kind() {
            return Kinds.REDO;
        }
    }
}
