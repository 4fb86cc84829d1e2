package dsqlsim.scenario;

import dsqlsim.operation.ClusterState;
import dsqlsim.operation.Order;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads what an operator is to do: exactly one action, with the region it is about. */
final class OrderParser {
    private static final List<String> STATES =
            Arrays.stream(ClusterState.values()).map(ClusterState::label).toList();

    private final List<String> regions;

    OrderParser(Topology topology) {
        this.regions = topology.regionNames();
    }

    /** The actions, by name, for a record that must have exactly one of them. */
    Map<String, Cursor.Alternative<Order>> alternatives() {
        Map<String, Cursor.Alternative<Order>> all = new LinkedHashMap<>();
        add(
                all,
                "create",
                "creates the cluster of a region; without one of these all exist at the start",
                this::create);
        add(all, "peer", "joins the clusters of two regions that are PENDING_SETUP", this::peer);
        region(all, "update", "changes a cluster: UPDATING for a while");
        region(all, "protect", "turns deletion protection on");
        region(all, "unprotect", "turns deletion protection off");
        region(all, "delete", "deletes a cluster; of two peers the first waits for the other, PENDING_DELETE");
        to(all, "failover", "promotes a secondary, whatever had not arrived there");
        to(all, "switchover", "changes roles without loss");
        to(all, "promote-reader", "Aurora: makes a reader of the region its writer");
        to(all, "add-instance", "Aurora: adds an instance to a region that has only storage");
        add(all, "restore", "self-managed: people repair, or restore a backup", this::restore);
        region(all, "take-out", "name servers do not answer this region's endpoint any more");
        region(all, "put-back", "name servers answer it again when it is healthy");
        region(all, "promote-cache", "makes the cache of a region the one that takes writes");
        return all;
    }

    private void add(
            Map<String, Cursor.Alternative<Order>> all, String action, String meaning, Function<Cursor, Order> parser) {
        all.put(action, new Cursor.Alternative<>(meaning, parser));
    }

    private void region(Map<String, Cursor.Alternative<Order>> all, String action, String meaning) {
        add(all, action, meaning, yaml -> new Order(action, Map.of(Order.REGION, region(yaml))));
    }

    private void to(Map<String, Cursor.Alternative<Order>> all, String action, String meaning) {
        add(
                all,
                action,
                meaning,
                yaml -> yaml.record(fields ->
                        new Order(action, Map.of("to", region(fields.field("to", "the region it is about"))))));
    }

    private Order restore(Cursor yaml) {
        return yaml.record(fields -> {
            String to = fields.optional("to", "where; the database's own region if left out")
                    .or(null, Shape.known(regions));
            return new Order("restore", to == null ? Map.of() : Map.of("to", to));
        });
    }

    private Order create(Cursor yaml) {
        return yaml.byForm(
                "a region, or region and deletion-protection",
                each -> new Order("create", Map.of(Order.REGION, region(each))),
                null,
                each -> each.record(fields -> {
                    Map<String, String> parameters = new LinkedHashMap<>();
                    parameters.put(Order.REGION, region(fields.field("region", "where")));
                    boolean on = fields.optional("deletion-protection", "false if left out")
                            .or(false, Shape.SWITCH);
                    parameters.put("deletion-protection", Boolean.toString(on));
                    return new Order("create", parameters);
                }));
    }

    private Order peer(Cursor yaml) {
        return yaml.record(fields -> {
            Map<String, String> parameters = new LinkedHashMap<>();
            Cursor with = fields.field("with", "the other region");
            parameters.put(Order.REGION, region(fields.field("region", "whose cluster is asked")));
            parameters.put("with", region(with));
            if (parameters.get("with").equals(parameters.get(Order.REGION))) {
                with.reject("expected another region");
            }
            String wanted = fields.optional("wait-for", "asks until the cluster is in this state; at once if left out")
                    .or(null, Shape.word(STATES));
            if (wanted != null) {
                parameters.put("wait-for", wanted);
            }
            return new Order("peer", parameters);
        });
    }

    private String region(Cursor yaml) {
        return yaml.value(Shape.known(regions));
    }
}
