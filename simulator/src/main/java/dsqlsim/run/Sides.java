package dsqlsim.run;

import dsqlsim.fault.Direction;
import dsqlsim.fault.Impairment;
import dsqlsim.kernel.Randomness;
import dsqlsim.world.LinkRule;
import dsqlsim.world.Node;

/** The links between two sets of nodes, which a fault cuts or impairs. */
final class Sides implements LinkRule {
    private final boolean[] side;
    private final boolean[] other;
    private final Direction direction;
    private final boolean clients;
    private final Impairment impairment;
    private final long key;
    private final long endsAt;

    /** {@code other} null is everything but the first side; {@code impairment} null cuts. */
    Sides(
            boolean[] side,
            boolean[] other,
            Direction direction,
            boolean clients,
            Impairment impairment,
            long key,
            long endsAt) {
        this.side = side;
        this.other = other;
        this.direction = direction;
        this.clients = clients;
        this.impairment = impairment;
        this.key = key;
        this.endsAt = endsAt;
    }

    @Override
    public boolean matches(Node from, Node to) {
        if (!clients && (from.outside() || to.outside())) {
            return false;
        }
        boolean out = side[from.id] && opposite(to);
        boolean in = opposite(from) && side[to.id];
        return out && direction != Direction.INBOUND || in && direction != Direction.OUTBOUND;
    }

    private boolean opposite(Node node) {
        return other == null ? !side[node.id] : other[node.id];
    }

    @Override
    public boolean cuts() {
        return impairment == null;
    }

    @Override
    public double share() {
        return impairment.share();
    }

    @Override
    public long flowKey() {
        return key;
    }

    @Override
    public long addedDelay(long draw) {
        return impairment.delay().sample(Randomness.mix(draw + 1))
                + impairment.jitter().sample(Randomness.mix(draw + 2));
    }

    @Override
    public double loss() {
        return impairment.loss();
    }

    @Override
    public long endsAt() {
        return endsAt;
    }

    @Override
    public double duplicate() {
        return impairment.duplicate();
    }

    @Override
    public boolean datagrams() {
        return impairment.datagrams();
    }
}
