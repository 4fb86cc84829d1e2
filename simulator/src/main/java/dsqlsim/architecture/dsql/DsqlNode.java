package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.World;

/** A part of DSQL: a node that hears from its region's control plane who is a member. */
abstract class DsqlNode extends Node {
    protected final Layout layout;
    protected final Config config;
    /** What this node knows of the membership; survives a crash (it is read back from the register). */
    protected Membership membership = Membership.WHOLE;

    DsqlNode(World world, Layout layout, String role, String name, int region, int zone, int shard) {
        super(world, role, name, region, zone, shard);
        this.layout = layout;
        this.config = layout.config;
    }

    final World world() {
        return world;
    }

    final Layout layout() {
        return layout;
    }

    final Config config() {
        return config;
    }

    final Membership membership() {
        return membership;
    }

    /** Learns a decision on membership, or that the evicted region has confirmed it. */
    void onMembership(Membership news) {
        if (news.epoch() > membership.epoch()
                || news.epoch() == membership.epoch() && news.confirmed() && !membership.confirmed()) {
            membership = news;
            membershipChanged();
        }
    }

    /** Adjusts to the membership. */
    protected void membershipChanged() {}

    protected final <N extends Node> void send(N to, Message<N> message) {
        world.send(this, to, message);
    }

    protected final <N extends Node> void send(N to, Message<N> message, long departAt) {
        world.send(this, to, message, departAt);
    }

    /** The bits of one of this node's own draws. */
    protected final long draw(long purpose, long identity) {
        return Randomness.key(Randomness.key(randomKey, purpose), identity);
    }
}
