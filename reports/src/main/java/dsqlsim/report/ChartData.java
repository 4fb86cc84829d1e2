package dsqlsim.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;

/** What the page's charts are drawn from: the timeline, the faults and the events, as JSON that is safe inside a page. */
final class ChartData {
    /** So that a page stays below 2 MB, most of which is the chart library. */
    private static final int POINTS_MAX = 60_000;

    private static final List<String> DRAWN = List.of(
            Series.OFFERED,
            Series.COMMITTED,
            Series.ABORTED,
            Series.FAILED,
            Series.AVAILABILITY,
            Series.LATENCY_P50,
            Series.LATENCY_P90,
            Series.LATENCY_P99,
            Series.WATERMARK_LAG,
            Series.CLOCK_BOUND);
    /** What comes often, and tells little by itself. */
    private static final Set<String> FREQUENT =
            Set.of("candidacy", "elected", "promise-expired", "fenced", "stepped-down"); // Looked up, never iterated.

    private static final int MARKS_MAX = 60;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private ChartData() {}

    /** The timeline as the page shows it: joined into longer buckets when there are too many. */
    static Coarse shown(Timeline timeline) {
        Timeline drawn = drawn(timeline);
        int series = Math.max(1, drawn.series().size());
        return Coarse.atMost(drawn, Math.max(100, POINTS_MAX / series));
    }

    private static Timeline drawn(Timeline timeline) {
        List<Series> series = timeline.series().stream()
                .filter(one -> DRAWN.contains(one.name()))
                .toList();
        return new Timeline(timeline.bucket(), timeline.from(), series);
    }

    static String json(RunResult result) {
        Coarse coarse = shown(result.timeline());
        ObjectNode data = JSON.objectNode();
        data.put("bucket", coarse.bucket());
        data.put("from", result.timeline().from());
        data.put("warmup", result.run().warmup());
        data.set("series", series(coarse.all()));
        data.set("workloads", workloads(result));
        data.set("heatmaps", heatmaps(result.timeline()));
        data.set("lanes", lanes(result, coarse.end()));
        data.set("faults", faults(result, coarse.end()));
        data.set("events", events(result));
        return embedded(data.toString());
    }

    private static ArrayNode series(Timeline timeline) {
        ArrayNode all = JSON.arrayNode();
        for (Series series : timeline.series()) {
            ArrayNode values = JSON.arrayNode();
            series.values().forEach(value -> values.add(value == null ? null : rounded(value)));
            ObjectNode one = all.addObject();
            one.put("name", series.name()).put("workload", series.workload()).put("region", series.region());
            one.set("values", values);
        }
        return all;
    }

    /** What the picture of the places shows, and when. */
    static String places(List<Moment> moments, int first, double end) {
        ObjectNode data = JSON.objectNode();
        data.put("first", first).put("end", end);
        ArrayNode all = data.putArray("moments");
        for (Moment moment : moments) {
            ObjectNode one = all.addObject().put("at", moment.at()).put("text", moment.text());
            ObjectNode marks = one.putObject("marks");
            moment.marked().forEach(marks::put);
        }
        return embedded(data.toString());
    }

    private static ArrayNode workloads(RunResult result) {
        ArrayNode all = JSON.arrayNode();
        result.workloads()
                .forEach(each -> all.addObject().put("name", each.name()).put("region", each.region()));
        return all;
    }

    /** Only what is not empty: column, row, count. */
    private static ArrayNode heatmaps(Timeline timeline) {
        ArrayNode all = JSON.arrayNode();
        for (Heatmap map : timeline.heatmaps()) {
            ObjectNode one = all.addObject();
            one.put("workload", map.workload()).put("bucket", map.bucket());
            ArrayNode bounds = one.putArray("bounds");
            map.bounds().forEach(bound -> bounds.add(rounded(bound)));
            ArrayNode cells = one.putArray("cells");
            for (int column = 0; column < map.counts().size(); column++) {
                for (int row = 0; row < map.counts().get(column).size(); row++) {
                    if (map.counts().get(column).get(row) > 0) {
                        cells.addArray()
                                .add(column)
                                .add(row)
                                .add(map.counts().get(column).get(row));
                    }
                }
            }
        }
        return all;
    }

    private static ArrayNode lanes(RunResult result, double end) {
        ArrayNode all = JSON.arrayNode();
        for (Lane lane : Lane.of(result, end)) {
            ObjectNode one = all.addObject();
            one.put("name", lane.name());
            ArrayNode stretches = one.putArray("stretches");
            lane.stretches()
                    .forEach(each -> stretches
                            .addObject()
                            .put("from", each.from())
                            .put("to", each.to())
                            .put("what", each.what())
                            .put("region", each.region()));
        }
        return all;
    }

    private static BigDecimal rounded(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static ArrayNode faults(RunResult result, double end) {
        ArrayNode faults = JSON.arrayNode();
        for (FaultResult fault : result.faults()) {
            ObjectNode one = faults.addObject();
            one.put("id", fault.id());
            one.put("what", Story.what(fault));
            ArrayNode windows = one.putArray("windows");
            for (FaultWindow window : Windows.of(fault)) {
                windows.addArray().add(window.at()).add(window.healed() == null ? end : window.healed());
            }
            Outage.of(fault, end)
                    .ifPresent(outage -> one.put("outage", outage.seconds()).put("label", outage.label()));
        }
        return faults;
    }

    private static ArrayNode events(RunResult result) {
        ArrayNode events = JSON.arrayNode();
        result.events().stream()
                .filter(event -> event.fault() == null && !FREQUENT.contains(event.type()))
                .limit(MARKS_MAX)
                .forEach(event -> events.addObject().put("at", event.at()).put("what", Story.happened(event)));
        return events;
    }

    /** Nothing in it can end the script element it stands in, or a line of JavaScript. */
    private static String embedded(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
