package dsqlsim.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The three pictures by which a sceptic sees at a glance whether the model agrees. */
final class Curves {
    private static final double[] LOADS = {0.1, 0.25, 0.5, 1, 1.5, 2, 3, 4};
    private static final double[] QUANTILES = {0.5, 0.9, 0.99};
    /** Digitised from the Raft dissertation's AvailSim, one of five servers failed, in ms. */
    private static final double[] PUBLISHED_MS = {425, 564, 1005};

    private final Campaign campaign;

    Curves(Campaign campaign) {
        this.campaign = campaign;
    }

    /** Abort probability over load: of one key of 100, for windows of 50 ms. */
    String aborts() throws InterruptedException {
        List<double[]> measured = new ArrayList<>();
        for (double load : LOADS) {
            JsonNode result = campaign.scenario(
                    "c1-uniform-one-key",
                    List.of(
                            "stop.attempts=20000",
                            "workload.writers.arrivals=" + load * 2000 + "/s",
                            "workload.writers.transactions={writes: 1, blind: true, work: 50ms}",
                            "workload.writers.keys={space: 100, distribution: uniform}"));
            measured.add(new double[] {
                load, Path.find(result, "workloads/writers/abort-rate").asDouble()
            });
        }
        List<double[]> theory = new ArrayList<>();
        List<double[]> birthday = new ArrayList<>();
        for (int i = 0; i <= 80; i++) {
            double load = i / 20.0;
            theory.add(new double[] {load, load / (1 + load)});
            birthday.add(new double[] {load, 1 - StrictMath.exp(-load)});
        }
        return new Chart("Abort probability over load", "attempts per key and window", 4, "abort probability", 1)
                .curve("offered", birthday)
                .curve("w0", theory)
                .points("w1", measured)
                .svg();
    }

    /** The distribution of election times over a wide-area network with one of five servers failed. */
    String elections() throws InterruptedException {
        JsonNode result = campaign.scenario("d3-availsim", List.of("repeat=2000"));
        double[] sorted = StreamSupport.stream(
                        Path.find(result, "replications/scalars/leader-gap/values")
                                .spliterator(),
                        false)
                .filter(JsonNode::isNumber)
                .mapToDouble(each -> 1000 * each.asDouble() - 5000)
                .sorted()
                .toArray();
        List<double[]> measured = new ArrayList<>();
        for (int i = 0; i < sorted.length; i += 10) {
            measured.add(new double[] {sorted[i], (double) i / sorted.length});
        }
        List<double[]> published = new ArrayList<>();
        for (int i = 0; i < QUANTILES.length; i++) {
            published.add(new double[] {PUBLISHED_MS[i], QUANTILES[i]});
        }
        return new Chart("Distribution of election times", "ms", 1600, "share of elections", 1)
                .curve("w1", measured)
                .points("w0", published)
                .svg();
    }

    /** Measured beside published: what the table says of B5, two bars each. */
    String latencies(ValidationTable table) {
        Chart chart = new Chart("99th percentiles against the DSQL paper", "", 1, "p99 in ms", 36);
        List<ValidationTable.Row> rows = table.rows().stream()
                .filter(row -> row.id().equals("B5")
                        && row.value() != null
                        && row.expected().endsWith(" ms"))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            double at = (i + 0.15) / rows.size();
            double wide = 0.33 / rows.size();
            ValidationTable.Row row = rows.get(i);
            double published = Double.parseDouble(row.expected().replace(" ms", ""));
            chart.bar("w0", at, at + wide, published, row.what() + ", published");
            chart.bar("w1", at + wide, at + 2 * wide, row.value(), row.what() + ", measured");
        }
        return chart.svg();
    }
}
