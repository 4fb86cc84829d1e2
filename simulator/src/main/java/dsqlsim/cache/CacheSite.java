package dsqlsim.cache;

import dsqlsim.world.Node;
import dsqlsim.world.World;

/** Where the applications of a region stand that ask the cache: outside, as all clients. */
final class CacheSite extends Node {
    CacheSite(World world, int region) {
        super(world, "client", "cache-clients." + world.geography().regionName(region), region, -1, -1);
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
