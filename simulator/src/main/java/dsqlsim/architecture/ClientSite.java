package dsqlsim.architecture;

import dsqlsim.world.Node;
import dsqlsim.world.World;

/** Where the clients of a zone are. They stand outside: no fault of a place crashes them. */
public final class ClientSite extends Node {
    public ClientSite(World world, String name, int region, int zone) {
        super(world, "client", name, region, zone, -1);
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    protected void onCrash() {}

    @Override
    protected void onRestart() {}
}
