package dsqlsim.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a fault hits: a place, or nodes of a role in a place.
 *
 * @param region null for any
 * @param zone null for any; with its region
 * @param role null for every node of the place
 * @param shard -1 for any
 * @param pick the number of one node among those that fit, from 0; -1 for all
 * @param share of those that fit, 0 to 1
 */
public record Target(String region, String zone, String role, int shard, int pick, double share) {
    /** Every node of a region. */
    public static Target region(String region) {
        return new Target(region, null, null, -1, -1, 1);
    }

    /** Every node of a zone. */
    public static Target zone(String region, String zone) {
        return new Target(region, zone, null, -1, -1, 1);
    }

    /** Every node of a role. */
    public static Target role(String role) {
        return new Target(null, null, role, -1, -1, 1);
    }

    /** The same in one place only. */
    public Target in(String itsRegion, String itsZone) {
        return new Target(itsRegion, itsZone, role, shard, pick, share);
    }

    /** The same of one shard only. */
    public Target ofShard(int number) {
        return new Target(region, zone, role, number, pick, share);
    }

    /** Only one of them, by its number from 0. */
    public Target picking(int number) {
        return new Target(region, zone, role, shard, number, share);
    }

    /** Several of them, as one would say it. */
    static String list(List<Target> targets) {
        return targets.stream().map(Target::toString).collect(Collectors.joining(", "));
    }

    /** Whether this is a whole place, with all that is in it. */
    public boolean isPlace() {
        return role == null;
    }

    /** As one would say it: {@code us-east-1a}, {@code adjudicator-leader of shard 0}. */
    @Override
    public String toString() {
        String place = zone != null ? zone : region;
        List<String> words = new ArrayList<>();
        if (role != null) {
            words.add(role + (pick < 0 ? "" : " " + pick));
        }
        if (shard >= 0) {
            words.add("of shard " + shard);
        }
        if (place != null) {
            words.add(words.isEmpty() ? place : "in " + place);
        }
        return String.join(" ", words);
    }
}
