package dsqlsim.trace;

import dsqlsim.txn.Observer;
import dsqlsim.world.Traffic;
import dsqlsim.world.World;

/** Listens to the messages of a world and to what happens in a run. A run without one pays nothing. */
public interface Tracer extends Traffic, Observer {
    /** Says whose messages they will be, and what things are called; called once, before anything is sent. */
    void attach(World world, Labels labels);
}
