package dsqlsim.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of a run that replications and sweeps compare: named as in expectations, in a fixed order. */
public final class Scalars {
    private static final String WHOLE = "whole";

    private final Measures measures;
    private final MeasurePlan plan;
    private final Map<String, Double> values = new LinkedHashMap<>();

    private Scalars(Measures measures, MeasurePlan plan) {
        this.measures = measures;
        this.plan = plan;
    }

    /** Every scalar of a run; null where there was no sample, or no recovery. */
    public static Map<String, Double> of(Measures measures, MeasurePlan plan) {
        Scalars scalars = new Scalars(measures, plan);
        for (Metric metric : MetricCatalog.all()) {
            scalars.add(metric);
        }
        return scalars.values;
    }

    private void add(Metric metric) {
        if (metric.takes(Metric.Argument.EVENT)) {
            MetricCatalog.EVENTS.forEach(event -> putIfFinite(metric, List.of(event)));
            return;
        }
        if (metric.unit() == Unit.VERDICT) {
            return;
        }
        put(metric, List.of());
        if (metric.takes(Metric.Argument.OPERATION)) {
            for (String region : plan.regions()) {
                MetricCatalog.OPERATIONS.forEach(operation -> putIfKnown(metric, List.of(region, operation)));
            }
        } else if (metric.takes(Metric.Argument.REGION_OR_WORKLOAD)
                && plan.workloads().size() > 1) {
            plan.workloads().forEach(load -> put(metric, List.of(load.name())));
        }
    }

    /** How long events took that came; how many there were is only asked by expectations. */
    private void putIfFinite(Metric metric, List<String> arguments) {
        Double value = metric.unit() == Unit.DURATION ? measures.value(metric.name(), arguments, WHOLE) : null;
        if (value != null && !value.isInfinite()) {
            put(metric, arguments);
        }
    }

    private void putIfKnown(Metric metric, List<String> arguments) {
        if (measures.value(metric.name(), arguments, WHOLE) != null) {
            put(metric, arguments);
        }
    }

    private void put(Metric metric, List<String> arguments) {
        String name = arguments.isEmpty() ? metric.name() : metric.name() + "(" + String.join(", ", arguments) + ")";
        Double value = measures.value(metric.name(), arguments, WHOLE);
        values.put(name, value == null || value.isInfinite() ? null : value);
    }
}
