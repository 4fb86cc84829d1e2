package dsqlsim.probe;

import dsqlsim.world.Node;
import dsqlsim.world.World;

/** A service of a region that answers probes; like the region's other services it is up while two of its zones are. */
public abstract class Respondent extends Node {
    protected Respondent(World world, String role, int region) {
        super(world, role, role + "." + world.geography().regionName(region), region, -1, -1);
    }

    /** Finds out, and answers the inquiry now or later, or never. */
    abstract void asked(Inquiry inquiry);
}
