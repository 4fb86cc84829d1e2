package dsqlsim.scenario;

import dsqlsim.cache.CacheSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.List;

/** Reads {@code cache}. */
final class CacheParser {
    private CacheParser() {}

    static CacheSpec parse(Cursor yaml, Topology topology) {
        return yaml.record(fields -> {
            List<String> regions = topology.regionNames();
            String primary = fields.optional("primary", "the region that takes writes; the first if left out")
                    .or(regions.get(0), Shape.known(regions));
            List<String> usual = regions.stream()
                    .filter(each -> !each.equals(primary))
                    .limit(CacheSpec.SECONDARIES_MAX)
                    .toList();
            Cursor field = fields.optional("secondaries", "the regions that follow; the others if left out");
            List<String> secondaries = field.or(usual, each -> each.list(one -> one.value(Shape.known(regions))));
            if (secondaries.contains(primary)) {
                field.reject("'" + primary + "' is the primary");
            }
            if (secondaries.size() > CacheSpec.SECONDARIES_MAX) {
                field.reject("expected at most " + CacheSpec.SECONDARIES_MAX + " secondaries");
            }
            return new CacheSpec(primary, secondaries);
        });
    }
}
