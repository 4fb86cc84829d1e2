package dsqlsim.run;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.DistributionParser;
import dsqlsim.ledger.RegionLatency;
import dsqlsim.ledger.Settings;
import dsqlsim.scenario.LinkDelay;
import dsqlsim.world.Geography;
import dsqlsim.world.Latency;
import dsqlsim.world.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One-way delays: what the scenario says of a pair, else the ledger, else the table of regions. */
final class LinkLatency implements Latency {
    private static final double Z99 = 2.3263478740408408;

    private final Geography geography;
    private final List<LinkDelay> own;
    private final Distribution local;
    private final Distribution zone;
    private final Distribution[][] regions;
    private final Distribution tail;
    private final long connectionTimeout;
    private final boolean heartbeatsApart;

    LinkLatency(Geography geography, Settings settings, List<LinkDelay> own) {
        this.geography = geography;
        this.own = own;
        this.local = own(LinkDelay.Kind.LOCAL).orElse(settings.distribution("network.local"));
        this.zone = own(LinkDelay.Kind.ZONE).orElse(settings.distribution("network.zone"));
        this.tail = settings.distribution("network.tail");
        this.connectionTimeout = settings.nanos("network.connection-timeout");
        this.heartbeatsApart = settings.text("network.heartbeats").equals("apart");
        int n = geography.regions().size();
        this.regions = new Distribution[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                regions[a][b] = a == b ? zone : between(geography.regionName(a), geography.regionName(b), settings);
            }
        }
    }

    private Optional<Distribution> own(LinkDelay.Kind kind) {
        return own.stream()
                .filter(each -> each.kind() == kind)
                .map(LinkDelay::delay)
                .findFirst();
    }

    private Distribution between(String a, String b, Settings settings) {
        Optional<Distribution> stated = own.stream()
                .filter(each -> each.kind() == LinkDelay.Kind.REGIONS)
                .filter(each -> each.joins(a, b))
                .map(LinkDelay::delay)
                .findFirst();
        if (stated.isPresent()) {
            return stated.get();
        }
        if (!settings.text("network.region").equals("table")) {
            return settings.distribution("network.region");
        }
        RegionLatency pair = RegionLatency.between(a, b)
                .orElseThrow(() -> new IllegalArgumentException("no round trip is known between " + a + " and " + b));
        double spread = StrictMath.exp(Z99 * settings.number("network.region-spread"));
        double p50 = pair.p50Nanos() / 2e6;
        double p99 = pair.p99Nanos() > 0 ? pair.p99Nanos() / 2e6 : p50 * spread;
        return DistributionParser.parse(String.format(Locale.ROOT, "lognormal(p50 %.6fms, p99 %.6fms)", p50, p99));
    }

    @Override
    public Distribution oneWay(Node from, Node to) {
        for (LinkDelay each : own) {
            if (each.kind() == LinkDelay.Kind.ROLES && (joins(each, from, to) || joins(each, to, from))) {
                return each.delay();
            }
        }
        if (from.region != to.region) {
            return regions[from.region][to.region];
        }
        return from.zone == to.zone || from.zone < 0 || to.zone < 0 ? local : betweenZones(from, to);
    }

    private Distribution betweenZones(Node from, Node to) {
        for (LinkDelay each : own) {
            if (each.kind() == LinkDelay.Kind.ZONES
                    && each.joins(geography.zoneName(from.region, from.zone), geography.zoneName(to.region, to.zone))) {
                return each.delay();
            }
        }
        return zone;
    }

    /** A storage replica hears of commits through journal and crossbar: a delay from adjudicator to storage is the last hop's. */
    private static boolean joins(LinkDelay delay, Node from, Node to) {
        boolean direct = delay.a().equals(from.role) && delay.b().equals(to.role);
        boolean lastHop = delay.a().equals("adjudicator")
                && delay.b().equals("storage")
                && from.role.equals("crossbar")
                && to.role.equals("storage");
        return direct || lastHop;
    }

    @Override
    public Distribution tail() {
        return tail;
    }

    @Override
    public long connectionTimeout() {
        return connectionTimeout;
    }

    @Override
    public boolean heartbeatsApart() {
        return heartbeatsApart;
    }
}
