package dsqlsim.architecture.aurora;

import dsqlsim.engine.Redo;
import dsqlsim.world.Timer;

/**
 * The stream to one secondary region: a queue with a bandwidth. A record leaves when its lag has passed and those before it have left;
 * when more is written than the bandwidth carries, the queue grows, and with it the lag.
 */
final class Channel {
    private static final long WINDOW = 8192;

    private final ReplicationServer server;
    private final ReplicationAgent agent;
    private final AuroraConfig config;
    private final long oneWay;
    private final Timer departure;
    private final Timer resend;
    private long next;
    private long acknowledged;
    private long lastDeparture;
    private long busyUntil;
    /** Without an answer for long: one record at a time, until there is one. */
    private boolean probing;

    Channel(ReplicationServer server, ReplicationAgent agent, AuroraConfig config, long upTo) {
        this.server = server;
        this.agent = agent;
        this.config = config;
        this.acknowledged = upTo;
        this.next = upTo + 1;
        this.oneWay = server.world().nominalDelay(server, agent);
        departure = new Timer(server, Kinds.TIMER, this::depart);
        resend = new Timer(server, Kinds.TIMER, this::again);
    }

    long acknowledged() {
        return acknowledged;
    }

    /** How far the secondary is behind, in nanoseconds: since when what it lacks has been acknowledged. */
    long lag(long now) {
        Volume volume = server.cluster().volume;
        Redo oldest = acknowledged < volume.installed() ? volume.log.get(acknowledged + 1) : null;
        return oldest == null ? 0 : now - oldest.durableAt;
    }

    void stop() {
        departure.cancel();
        resend.cancel();
    }

    void pump() {
        boolean full = next - acknowledged > (probing ? 1 : WINDOW);
        if (departure.pending() || next > server.known() || full) {
            return;
        }
        Redo redo = server.cluster().volume.log.get(next);
        if (redo == null) {
            agent.cluster().global.rebuild(agent.cluster());
            return;
        }
        long now = server.world().now();
        long lag = Math.max(0, config.lag.sample(server.draw(1, drawnWith(redo))) - oneWay);
        long sending = Math.round(Math.max(1, redo.rows.length) * config.recordSize / config.bandwidth * 1e9);
        busyUntil = Math.max(busyUntil, redo.durableAt) + sending;
        lastDeparture = Math.max(Math.max(lastDeparture, redo.durableAt + lag), Math.max(busyUntil, now));
        departure.set(lastDeparture - now);
    }

    /** Each commit has its own lag, or all that come within a time share one. */
    private long drawnWith(Redo redo) {
        return config.lagFor == 0 ? redo.attempt : redo.durableAt / config.lagFor;
    }

    private void depart() {
        Redo redo = server.cluster().volume.log.get(next);
        if (redo != null) {
            server.world()
                    .send(
                            server,
                            agent,
                            new ReplicationAgent.Shipment(
                                    server, redo, server.world().now()));
            next++;
            resend.ensure(config.resend);
            pump();
        }
    }

    private void again() {
        if (acknowledged < next - 1) {
            next = acknowledged + 1;
            probing = true;
            busyUntil = Math.max(busyUntil, server.world().now());
            departure.cancel();
            pump();
        }
    }

    void received(long upTo, boolean hello) {
        boolean progress = upTo > acknowledged;
        acknowledged = Math.max(acknowledged, upTo);
        next = Math.max(next, acknowledged + 1);
        if (progress || hello) {
            probing = false;
            resend.cancel();
            if (hello && !departure.pending()) {
                next = acknowledged + 1;
            }
            if (acknowledged < next - 1) {
                resend.ensure(config.resend);
            }
        }
        pump();
    }
}
