package dsqlsim.architecture.selfmanaged;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Geography;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/** The machines, and which is what now. */
final class Site {
    final Config config;
    final Timelines timelines = new Timelines();
    final Address address = new Address(this);
    final BackupStore store;
    /** The first is the first primary; the others stand in other zones and regions. */
    final List<Machine> machines = new ArrayList<>();

    Machine primary;
    /** Null while there is none. */
    Machine standby;

    Site(World world, Config config) {
        this.config = config;
        Geography places = world.geography();
        for (int region = 0; region < places.fullRegions(); region++) {
            for (int zone = 0; zone < places.zones(region); zone++) {
                boolean follows = config.standby && region == 0 && zone == 1;
                String role = machines.isEmpty() ? "database" : follows ? "standby" : "spare";
                String name = role + "." + places.zoneName(region, zone);
                machines.add(new Machine(world, config, role, name, region, zone));
            }
        }
        int region = config.backupElsewhere && places.fullRegions() > 1 ? 1 : 0;
        int zone = places.zones(region) - 1;
        store = new BackupStore(world, "backup." + places.zoneName(region, zone), region, zone, config.backupsKept);
        long phase = config.backupPhase.sample(Randomness.key(world.seed(), "backup-phase"));
        machines.forEach(each -> each.backups().in(store, phase));
        begin();
    }

    /** Begins with an empty database and a backup of it. */
    private void begin() {
        primary = machines.get(0);
        store.snapshots().add(new Snapshot(0, 0, 0, primary.rows().copy(), true));
        primary.lead(0);
        address.point(primary);
        if (config.standby && machines.size() > 1) {
            standby = machines.get(1);
            standby.follow(primary);
        }
    }

    /** A machine that is free and answers, as near to the first as there is one; null if there is none. */
    Machine spare(Desk desk) {
        for (Machine each : machines) {
            if (each != standby && each.state() == Machine.State.SPARE && desk.sees(each)) {
                return each;
            }
        }
        return null;
    }
}
