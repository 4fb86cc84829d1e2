package dsqlsim.architecture;

import dsqlsim.ledger.Settings;
import dsqlsim.world.World;

/** A database design that scenarios can be run against. */
public interface Architecture {
    /** The name in scenarios. */
    String name();

    /** Adds its machines to a world and starts them. */
    Deployment deploy(World world, Setup setup);

    /** What a design is told: constants, and how its key space is split. {@code serializable} checks what was read, too. */
    record Setup(Settings settings, int shards, int partitions, boolean serializable) {}
}
