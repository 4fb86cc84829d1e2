package dsqlsim.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Regions, zones and nodes as a picture: a column for each zone, a row for each role, arcs for the links between places. */
final class TopologyPicture {
    private static final double LEFT = 112;
    private static final double GLYPH = 12;
    private static final double STEP = 16;
    private static final int PER_LINE_MIN = 4;
    private static final int PER_LINE_MAX = 6;
    private static final double GAP = 14;
    /** Room for the arcs above the regions. */
    private static final double ARCS = 46;

    private static final double HEAD = 44;

    private final Topology topology;
    private final Map<String, String> marks;
    private final List<String> roles;
    private final int perLine;
    private final double zoneWidth;
    private final Svg svg = new Svg();

    private TopologyPicture(Topology topology, Moment moment) {
        this.topology = topology;
        this.marks = moment.marked();
        Set<String> all = new LinkedHashSet<>();
        topology.parts().stream()
                .map(Topology.Part::role)
                .filter(role -> !role.equals("client"))
                .forEach(all::add);
        roles = List.copyOf(all);
        perLine = Math.max(PER_LINE_MIN, Math.min(PER_LINE_MAX, fullest()));
        zoneWidth = perLine * STEP + 10;
    }

    /** An SVG element that shows one moment. */
    static String draw(Topology topology, Moment moment) {
        return new TopologyPicture(topology, moment).draw(moment);
    }

    /** How many nodes of a role are in one zone at most. */
    private int fullest() {
        return topology.regions().stream()
                .flatMap(region -> region.zones().stream()
                        .flatMap(zone -> roles.stream()
                                .map(role -> parts(region, zone, role).size())))
                .max(Integer::compare)
                .orElse(1);
    }

    private String draw(Moment moment) {
        double bottom = ARCS + HEAD;
        double[] rows = new double[roles.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = bottom;
            bottom += lines(roles.get(i)) * STEP + 7;
        }
        for (int i = 0; i < topology.regions().size(); i++) {
            region(i, rows, bottom);
        }
        for (int i = 0; i < rows.length; i++) {
            svg.text("role", "end", LEFT - 10, rows[i] + GLYPH - 2, roles.get(i));
        }
        arcs();
        return svg.picture(
                "places", x(topology.regions().size()), bottom + 8, "The places of the run: " + moment.text());
    }

    /** How many lines of glyphs the fullest cell of a row has. */
    private int lines(String role) {
        int most = 1;
        for (Topology.Region region : topology.regions()) {
            List<String> cells = new ArrayList<>(region.zones());
            cells.add(null);
            for (String zone : cells) {
                int room = zone == null ? perLine * region.zones().size() : perLine;
                most = Math.max(most, (parts(region, zone, role).size() + room - 1) / room);
            }
        }
        return most;
    }

    private List<Topology.Part> parts(Topology.Region region, String zone, String role) {
        return topology.parts().stream()
                .filter(part ->
                        part.region().equals(region.name()) && part.role().equals(role))
                .filter(part -> zone == null ? part.zone() == null : zone.equals(part.zone()))
                .toList();
    }

    // ---- places

    private void region(int index, double[] rows, double bottom) {
        Topology.Region region = topology.regions().get(index);
        double left = x(index);
        double width = region.zones().size() * zoneWidth;
        open("place", region.name());
        svg.rect("region", left, ARCS, width, bottom - ARCS);
        svg.text("name", "start", left + 8, ARCS + 17, region.name() + (region.witness() ? " (witness)" : ""));
        svg.text("mark", "end", left + width - 8, ARCS + 17, "evicted");
        svg.close();
        for (int zone = 0; zone < region.zones().size(); zone++) {
            svg.text(
                    "zone",
                    "start",
                    left + zone * zoneWidth + 8,
                    ARCS + 34,
                    region.zones().get(zone));
            if (zone > 0) {
                svg.line("between", left + zone * zoneWidth, ARCS + 24, left + zone * zoneWidth, bottom);
            }
            for (int row = 0; row < rows.length; row++) {
                glyphs(
                        parts(region, region.zones().get(zone), roles.get(row)),
                        left + zone * zoneWidth + 8,
                        rows[row],
                        perLine);
            }
        }
        for (int row = 0; row < rows.length; row++) {
            glyphs(
                    parts(region, null, roles.get(row)),
                    left + 8,
                    rows[row],
                    perLine * region.zones().size());
        }
    }

    private void glyphs(List<Topology.Part> parts, double left, double top, int inLine) {
        for (int i = 0; i < parts.size(); i++) {
            Topology.Part part = parts.get(i);
            double x = left + i % inLine * STEP;
            int line = i / inLine;
            double y = top + line * STEP;
            open("node", part.name());
            svg.title(part.name()).rect("glyph", x, y, GLYPH, GLYPH);
            if (part.shard() != null) {
                svg.text("shard", "middle", x + GLYPH / 2, y + 9, String.valueOf(part.shard()));
            }
            svg.close();
        }
    }

    // ---- links

    private void arcs() {
        for (int a = 0; a < topology.regions().size(); a++) {
            Topology.Region region = topology.regions().get(a);
            for (int b = a + 1; b < topology.regions().size(); b++) {
                arc(
                        region.name(),
                        topology.regions().get(b).name(),
                        middle(a),
                        middle(b),
                        ARCS,
                        14 + 12.0 * (b - a - 1));
            }
            for (int one = 0; one < region.zones().size(); one++) {
                for (int two = one + 1; two < region.zones().size(); two++) {
                    double from = x(a) + one * zoneWidth + 74;
                    arc(
                            region.zones().get(one),
                            region.zones().get(two),
                            from,
                            x(a) + two * zoneWidth + 60,
                            ARCS + 26,
                            7);
                }
            }
        }
    }

    /** Both directions between two places as one arc; cut if either is. */
    private void arc(String a, String b, double from, double to, double y, double height) {
        boolean cut = marks.containsKey(a + "|" + b) || marks.containsKey(b + "|" + a);
        svg.open("class=\"link" + (cut ? " cut" : "") + "\" data-a=\"" + Svg.escaped(a) + "\" data-b=\""
                + Svg.escaped(b) + "\"");
        svg.title(a + " and " + b);
        svg.path(
                "arc",
                String.format(
                        Locale.ROOT,
                        "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f",
                        from,
                        y,
                        from,
                        y - height * 1.4,
                        to,
                        y - height * 1.4,
                        to,
                        y));
        double x = (from + to) / 2;
        double top = y - height * 1.05;
        svg.path("cross", String.format(Locale.ROOT, "M%.1f %.1fl9 9m0 -9l-9 9", x - 4.5, top - 4.5))
                .close();
    }

    private void open(String style, String of) {
        String mark = marks.get(of);
        svg.open("class=\"" + style + (mark == null ? "" : " " + mark) + "\" data-of=\"" + Svg.escaped(of) + "\"");
    }

    private double x(int region) {
        double x = LEFT;
        for (int i = 0; i < region; i++) {
            x += topology.regions().get(i).zones().size() * zoneWidth + GAP;
        }
        return x;
    }

    private double middle(int region) {
        return x(region) + topology.regions().get(region).zones().size() * zoneWidth / 2;
    }
}
