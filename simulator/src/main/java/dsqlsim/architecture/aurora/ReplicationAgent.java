package dsqlsim.architecture.aurora;

import dsqlsim.engine.Redo;
import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.Timer;
import dsqlsim.world.World;

/** Takes in what the primary region sends, and writes it to the six copies of its own. */
final class ReplicationAgent extends Node implements LogWriter.Owner {
    private static final long ANSWER_WITHIN = 5_000_000L;

    private final Cluster cluster;
    private final AuroraConfig config;
    private final LogWriter log;
    private final Timer answer;
    private final Timer hello;
    /** Who sends; null while nobody should. */
    private ReplicationServer source;

    private long received;
    private long heardAt;

    ReplicationAgent(World world, Cluster cluster, String name, int zone) {
        super(world, "replication-agent", name, cluster.region, zone, -1);
        this.cluster = cluster;
        this.config = cluster.config;
        log = new LogWriter(world, config, cluster.volume, this, this, config.applyInterval);
        answer = new Timer(this, Kinds.TIMER, () -> answer(false));
        hello = new Timer(this, Kinds.TIMER, this::hello);
    }

    Cluster cluster() {
        return cluster;
    }

    /** Takes in what a region sends from now on. */
    void follow(ReplicationServer from) {
        source = from;
        Volume volume = cluster.volume;
        received = volume.installed();
        log.begin(new Epochs(volume.nextEpoch(), received, null), received);
        answer(true);
        hello.set(config.resend);
    }

    /** Takes in nothing any more. */
    void detach() {
        source = null;
        log.stop();
        hello.cancel();
        answer.cancel();
    }

    private void onShipment(Shipment m) {
        if (m.from != source) {
            return;
        }
        heardAt = world.now();
        if (m.redo.lsn == received + 1) {
            received = m.redo.lsn;
            log.append(m.redo);
        } else {
            answer.ensure(ANSWER_WITHIN);
        }
    }

    @Override
    public void durable(Redo redo) {
        if (redo.durableAt >= 0) {
            world.observer().replicated(region, world.now() - redo.durableAt, world.now());
        }
        Volume volume = cluster.volume;
        volume.apply(redo, world.now() - config.engine.retention);
        volume.installed(redo);
        if (cluster.readersMatter()) {
            for (DbInstance each : cluster.instances) {
                if (each.state() == DbInstance.State.READER) {
                    world.send(this, each, new Readers.Shown(redo.lsn, redo.timestamp));
                }
            }
        }
        volume.log.trim(redo.lsn);
        answer.ensure(ANSWER_WITHIN);
    }

    private void answer(boolean first) {
        if (source != null) {
            world.send(this, source, new Received(this, cluster.volume.installed(), first, world.now()));
        }
    }

    /** Nothing has come for long: perhaps the stream was cut, or its server has begun anew. */
    private void hello() {
        if (source != null) {
            if (world.now() - heardAt >= config.resend) {
                answer(true);
            }
            hello.set(config.resend);
        }
    }

    @Override
    public void opened(Epochs epochs, long adopted) {}

    @Override
    public void fenced(long epoch) {
        detach();
    }

    @Override
    protected void onCrash() {
        log.stop();
    }

    @Override
    protected void onRestart() {
        if (source != null) {
            follow(source);
        }
    }

    /** A record on its way to another region. */
    static final class Shipment extends Message<ReplicationAgent> {
        private final ReplicationServer from;
        private final Redo redo;
        private final long at;

        Shipment(ReplicationServer from, Redo redo, long at) {
            this.from = from;
            this.redo = redo;
            this.at = at;
        }

        @Override
        protected void deliver() {
            to.onShipment(this);
        }

        @Override
        protected long identity() {
            return Randomness.key(redo.attempt, at);
        }

        @Override
        protected int kind() {
            return Kinds.SHIPMENT;
        }
    }

    /** An agent has everything up to a place. */
    private static final class Received extends Message<ReplicationServer> {
        private final ReplicationAgent from;
        private final long upTo;
        private final boolean hello;
        private final long at;

        Received(ReplicationAgent from, long upTo, boolean hello, long at) {
            this.from = from;
            this.upTo = upTo;
            this.hello = hello;
            this.at = at;
        }

        @Override
        protected void deliver() {
            to.onReceived(from, upTo, hello);
        }

        @Override
        protected long identity() {
            return at;
        }

        @Override
        protected int kind() {
            return Kinds.RECEIVED;
        }
    }
}
