package dsqlsim.scenario;

import dsqlsim.ledger.Preset;
import dsqlsim.ledger.RegionLatency;
import dsqlsim.ledger.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A leader's lease must cover its lead, a round trip to the farthest member of its quorum, a renewal, a promise to
 * coordinators, and the clocks' bounds: else it would stop promising though nothing is wrong. Quorums may shrink to any two
 * members, so the farthest member counts.
 */
final class LeaseRule {
    private static final long PROMISE_MARGIN_NANOS = 20_000_000;

    private final Topology topology;
    private final Settings settings;
    private final List<LinkDelay> network;
    private final List<ClockSpec> clocks;

    LeaseRule(Topology topology, Settings settings, List<LinkDelay> network, List<ClockSpec> clocks) {
        this.topology = topology;
        this.settings = settings;
        this.network = network;
        this.clocks = clocks;
    }

    /** The shortest lease that the topology allows, in nanoseconds. */
    long shortestNanos() {
        long farthest = 2 * farthestOneWay();
        boolean remote = settings.text("journal.head").equals("remote");
        long lead = settings.text("adjudicator.lead").equals("auto")
                ? (remote ? 2 : 1) * farthest
                        + settings.distribution("journal.persist").median()
                        + settings.nanos("adjudicator.lead-margin")
                : settings.nanos("adjudicator.lead");
        return lead + farthest + settings.nanos("adjudicator.lease-renewal") + promise() + 2 * bound();
    }

    /** A pair of places whose delay nobody has stated, if there is one. */
    Optional<String> unknownPair(Preset preset) {
        if (preset == Preset.IDEAL || !settings.text("network.region").equals("table")) {
            return Optional.empty();
        }
        List<String> all = members();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean known = all.get(i).equals(all.get(j))
                        || stated(all.get(i), all.get(j)).isPresent()
                        || RegionLatency.between(all.get(i), all.get(j)).isPresent();
                if (!known) {
                    return Optional.of(all.get(j) + " - " + all.get(i));
                }
            }
        }
        return Optional.empty();
    }

    /** An unlimited promise is bounded by the lease itself. */
    private long promise() {
        return switch (settings.text("adjudicator.promise-timeout")) {
            case "unlimited" -> 0;
            case "auto" -> topology.shards() == 1 ? 0 : PROMISE_MARGIN_NANOS + 4 * amongLeaders();
            default -> topology.shards() == 1 ? 0 : settings.nanos("adjudicator.promise-timeout");
        };
    }

    private long amongLeaders() {
        List<String> regions = topology.regionNames();
        long farthest = withinRegion();
        for (String each : regions) {
            farthest = Math.max(farthest, oneWay(regions.get(0), each));
        }
        return farthest;
    }

    private long farthestOneWay() {
        List<String> all = members();
        long farthest = withinRegion();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                farthest = Math.max(farthest, oneWay(all.get(i), all.get(j)));
            }
        }
        return farthest;
    }

    private long withinRegion() {
        return network.stream()
                .filter(each -> each.kind() == LinkDelay.Kind.ZONE || each.kind() == LinkDelay.Kind.ZONES)
                .mapToLong(each -> each.delay().median())
                .max()
                .orElse(settings.distribution("network.zone").median());
    }

    private long oneWay(String a, String b) {
        if (a.equals(b)) {
            return withinRegion();
        }
        OptionalLong stated = stated(a, b);
        if (stated.isPresent()) {
            return stated.getAsLong();
        }
        return settings.text("network.region").equals("table")
                ? RegionLatency.between(a, b).map(each -> each.p50Nanos() / 2).orElse(0L)
                : settings.distribution("network.region").median();
    }

    private OptionalLong stated(String a, String b) {
        return network.stream()
                .filter(each -> each.kind() == LinkDelay.Kind.REGIONS)
                .filter(each -> each.joins(a, b))
                .mapToLong(each -> each.delay().median())
                .findFirst();
    }

    private List<String> members() {
        List<String> all = new ArrayList<>(topology.regionNames());
        if (topology.witness() != null) {
            all.add(topology.witness());
        }
        return all;
    }

    private long bound() {
        long widest = settings.nanos("clock.bound");
        for (ClockSpec each : clocks) {
            if (each.bound() != null) {
                double grown = each.bound().growthPpm() * 1e-6 * each.bound().everyNanos();
                widest = Math.max(widest, each.bound().baseNanos() + (long) grown);
            }
        }
        return widest;
    }
}
