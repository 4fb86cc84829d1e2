package dsqlsim.architecture.aurora;

import dsqlsim.world.Geography;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/** A region's part of a design: storage, instances and a control plane. */
final class Cluster {
    final int region;
    final AuroraConfig config;
    final Volume volume;
    /** The first writer, the readers, and one in each zone that does not exist yet. */
    final List<DbInstance> instances = new ArrayList<>();

    final ControlPlane control;
    /** What all regions share; null in a design of one region. */
    final Global global;
    /** Of a global database, else null. */
    ReplicationServer server;

    ReplicationAgent agent;
    private boolean rebuilding;

    Cluster(World world, AuroraConfig config, int region, Endpoints endpoints, Global global, boolean primary) {
        this.region = region;
        this.config = config;
        this.global = global;
        volume = new Volume(world, region);
        Geography places = world.geography();
        for (int i = 0; i < AuroraConfig.COPIES; i++) {
            int zone = i % places.zones(region);
            volume.copies[i] = new StorageCopy(
                    world, config, volume, "storage-" + i + "." + places.zoneName(region, zone), zone, i);
        }
        control = new ControlPlane(world, this, "control-plane." + places.regionName(region), endpoints, primary);
        int count = primary ? 1 + config.readers : config.headless ? 0 : 1;
        for (int i = 0; i < count + places.zones(region); i++) {
            boolean writes = primary && i == 0;
            int reader = primary ? i - 1 : i;
            DbInstance.State state = i >= count ? DbInstance.State.ABSENT : DbInstance.State.READER;
            int zone = i < count ? i % places.zones(region) : i - count;
            String name = "instance-" + i + "." + places.zoneName(region, zone);
            instances.add(new DbInstance(
                    world,
                    this,
                    writes ? "writer" : "reader",
                    name,
                    zone,
                    writes || i >= count ? 0 : config.tier(reader),
                    writes || i >= count ? config.engine.capacity : config.capacity(reader),
                    state));
        }
    }

    /** Whether its content can be shown. */
    boolean serves() {
        return !rebuilding;
    }

    void rebuilding(boolean now) {
        rebuilding = now;
    }

    /** Whether it makes a difference what readers show. */
    boolean readersMatter() {
        return config.readersAsked || config.forwards();
    }
}
