package dsqlsim.scenario;

import dsqlsim.fault.Roles;
import dsqlsim.kernel.Distribution;
import dsqlsim.ledger.Shapes;
import dsqlsim.scenario.Topology.RegionSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import dsqlsim.yaml.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code network}: one-way delays by pair of places or roles. */
final class NetworkParser {
    private NetworkParser() {}

    static List<LinkDelay> parse(Cursor yaml, Topology topology) {
        List<Optional<LinkDelay>> links = yaml.entries((key, value) -> link(key, value, topology));
        return links.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<LinkDelay> link(Cursor key, Cursor value, Topology topology) {
        String text = key.value(Shape.TEXT);
        Distribution delay = value.value(Shapes.DISTRIBUTION);
        if (text.equals("local") || text.equals("zone")) {
            LinkDelay.Kind kind = text.equals("local") ? LinkDelay.Kind.LOCAL : LinkDelay.Kind.ZONE;
            return Optional.of(new LinkDelay(kind, null, null, delay));
        }
        String[] ends = text.split(" - ", -1);
        if (ends.length != 2) {
            key.reject("expected local, zone or a pair such as 'us-east-1 - us-east-2', not '" + text + "'");
            return Optional.empty();
        }
        return pair(key, ends[0].strip(), ends[1].strip(), delay, topology);
    }

    private static Optional<LinkDelay> pair(Cursor key, String a, String b, Distribution delay, Topology topology) {
        List<String> regions = new ArrayList<>(topology.regionNames());
        if (topology.witness() != null) {
            regions.add(topology.witness());
        }
        List<String> roles = Roles.of(topology.architecture());
        if (regions.contains(a) && regions.contains(b)) {
            return Optional.of(new LinkDelay(LinkDelay.Kind.REGIONS, a, b, delay));
        }
        if (roles.contains(a) && roles.contains(b)) {
            return Optional.of(new LinkDelay(LinkDelay.Kind.ROLES, a, b, delay));
        }
        List<String> known = new ArrayList<>(regions);
        known.addAll(roles);
        for (RegionSpec region : topology.regions()) {
            List<String> zones = region.zones();
            if (zones.contains(a) && zones.contains(b) && !a.equals(b)) {
                return Optional.of(new LinkDelay(LinkDelay.Kind.ZONES, a, b, delay));
            }
            known.addAll(zones);
        }
        String unknown = known.contains(a) ? b : a;
        key.reject(
                known.contains(unknown)
                        ? "expected two regions, two zones of one region or two roles"
                        : "unknown region, zone or role '" + unknown + "'" + Suggestion.of(unknown, known));
        return Optional.empty();
    }
}
