package dsqlsim.world;

import java.util.List;

/** The regions of a run, each with its zones; a witness region comes last and holds journal replicas only. */
public record Geography(List<Region> regions, int witness) {

    /** A region and its zones by name. */
    public record Region(String name, List<String> zones) {
        public Region {
            zones = List.copyOf(zones);
        }
    }

    public Geography {
        regions = List.copyOf(regions);
    }

    /** How many regions have endpoints and storage. */
    public int fullRegions() {
        return witness < 0 ? regions.size() : regions.size() - 1;
    }

    public int zones(int region) {
        return regions.get(region).zones().size();
    }

    public String regionName(int region) {
        return regions.get(region).name();
    }

    public String zoneName(int region, int zone) {
        return regions.get(region).zones().get(zone);
    }

    public int regionIndex(String name) {
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
