package dsqlsim.architecture.selfmanaged;

import dsqlsim.world.Node;
import dsqlsim.world.World;

/** Where the people sit who run the database: outside, as clients are. */
final class Desk extends Node {
    Desk(World world) {
        super(world, "desk", "desk", 0, -1, -1);
    }

    @Override
    public boolean outside() {
        return true;
    }

    /** Whether a machine answers when they look. */
    boolean sees(Node machine) {
        return machine.up() && !machine.paused() && world.reachable(this, machine) && world.reachable(machine, this);
    }

    World world() {
        return world;
    }

    @Override
    protected void onCrash() {}

    @Override
    protected void onRestart() {}
}
