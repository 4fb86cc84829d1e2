package dsqlsim.scenario;

import dsqlsim.kernel.Distribution;
import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.ledger.Shapes;
import dsqlsim.workload.ArrivalsSpec;
import dsqlsim.workload.ConnectionsSpec;
import dsqlsim.workload.KeysSpec;
import dsqlsim.workload.RetrySpec;
import dsqlsim.workload.RoutingSpec;
import dsqlsim.workload.TransactionSpec;
import dsqlsim.workload.WorkloadSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the elements of {@code workload}. */
final class WorkloadParser {
    private final Topology topology;
    private final Preset preset;
    private final RoutingParser routing;
    private final List<String> names = new ArrayList<>();

    WorkloadParser(Topology topology, Preset preset, Settings settings) {
        this.topology = topology;
        this.preset = preset;
        this.routing = new RoutingParser(topology, settings);
    }

    WorkloadSpec parse(Cursor yaml) {
        return yaml.record(this::fields);
    }

    private WorkloadSpec fields(Cursor fields) {
        Cursor nameField = fields.optional("name", "unique in the scenario");
        String name = nameField.or("workload-" + (names.size() + 1), Shape.NAME);
        if (names.contains(name)) {
            (nameField.present() ? nameField : fields).reject("there are two workloads '" + name + "'");
        }
        names.add(name);
        String home = topology.regionNames().get(0);
        String region = fields.optional("region", "where its clients are").or(home, this::region);
        ArrivalsSpec arrivals = fields.exactlyOne("kind of arrivals", arrivals());
        List<TransactionSpec> transactions = transactions(fields, arrivals);
        KeysSpec keys = fields.optional("keys", "the rows it touches").or(KeysSpec.DEFAULT, KeysParser::parse);
        RetrySpec retry = fields.optional("retry", "what clients do about an attempt that did not commit")
                .or(RetrySpec.DEFAULT, RetryParser::parse);
        long timeout =
                fields.optional("timeout", "per attempt; none if left out").or(WorkloadSpec.NONE, Shape.TIME_SPAN);
        long deadline =
                fields.optional("deadline", "per transaction; none if left out").or(WorkloadSpec.NONE, Shape.TIME_SPAN);
        ConnectionsSpec usual = preset == Preset.IDEAL ? ConnectionsSpec.UNLIMITED : ConnectionsSpec.DEFAULT;
        ConnectionsSpec connections =
                fields.optional("connections", "the pool").or(usual, each -> connections(each, usual));
        RoutingSpec routing = fields.optional("routing", "which endpoint clients use")
                .or(this.routing.usual(region), each -> this.routing.parse(each, region));
        if (arrivals instanceof ArrivalsSpec.Schedule schedule) {
            inSpace(fields, schedule, keys);
        } else {
            enoughRows(fields, transactions, keys);
        }
        return transactions.isEmpty()
                ? null
                : fields.build(
                        () -> new WorkloadSpec(
                                name,
                                region,
                                arrivals,
                                transactions,
                                keys,
                                retry,
                                timeout,
                                deadline,
                                connections,
                                routing),
                        null);
    }

    /** The mix, which a schedule states itself. */
    private List<TransactionSpec> transactions(Cursor fields, ArrivalsSpec arrivals) {
        Cursor field = fields.optional("transactions", "the mix, or its only one; needed unless there is a schedule");
        List<TransactionSpec> mix =
                field.or(List.of(), each -> each.byForm("transactions", null, this::mix, this::only));
        if (arrivals instanceof ArrivalsSpec.Schedule schedule) {
            if (field.present()) {
                field.reject("a schedule states itself what its transactions do");
            }
            return schedule.specs();
        }
        if (!field.present()) {
            fields.reject("'transactions' is missing");
        }
        return mix;
    }

    private static void inSpace(Cursor fields, ArrivalsSpec.Schedule schedule, KeysSpec keys) {
        for (ArrivalsSpec.Scheduled each : schedule.transactions()) {
            for (int row : each.rows()) {
                if (row >= keys.space()) {
                    fields.reject("transaction '" + each.what().name() + "' names row " + row
                            + ", and the rows of the space are 0 to " + (keys.space() - 1));
                }
            }
        }
    }

    private void enoughRows(Cursor fields, List<TransactionSpec> transactions, KeysSpec keys) {
        for (TransactionSpec each : transactions) {
            int needed = each.shards() == 0 ? 0 : topology.shards() * (each.reads() + perShard(each));
            if (each.rows() <= keys.space() && needed > keys.space()) {
                fields.reject("transaction '" + each.name() + "' writes rows of " + each.shards()
                        + " shards beside those that it reads, for which it needs a space of at least " + needed
                        + " rows, not " + keys.space());
            }
            if (each.rows() > keys.space()) {
                fields.reject("transaction '" + each.name() + "' needs " + each.rows() + " distinct rows of a space of "
                        + keys.space());
            }
        }
    }

    /** How many rows of one shard are written at most. */
    private static int perShard(TransactionSpec transaction) {
        return (transaction.writes() + transaction.shards() - 1) / transaction.shards();
    }

    private static Map<String, Cursor.Alternative<ArrivalsSpec>> arrivals() {
        Map<String, Cursor.Alternative<ArrivalsSpec>> kinds = new LinkedHashMap<>();
        kinds.put(
                "arrivals",
                new Cursor.Alternative<>(
                        "open loop: a Poisson process of this rate",
                        yaml -> new ArrivalsSpec.Open(yaml.value(Shape.RATE))));
        kinds.put(
                "clients",
                new Cursor.Alternative<>("closed loop: so many clients, thinking in between", WorkloadParser::clients));
        kinds.put(
                "schedule",
                new Cursor.Alternative<>(
                        "exactly these transactions, each at its time and on its rows", ScheduleParser::parse));
        return kinds;
    }

    private static ArrivalsSpec clients(Cursor yaml) {
        Shape<Long> count = Shape.integer(1, ArrivalsSpec.Closed.COUNT_MAX);
        return yaml.byForm(
                "a number of clients",
                each -> new ArrivalsSpec.Closed(each.value(count).intValue(), Distribution.ZERO),
                null,
                each -> each.<ArrivalsSpec>record(fields -> new ArrivalsSpec.Closed(
                        fields.field("count", "how many").value(count).intValue(),
                        fields.optional("think", "between transactions").or(Distribution.ZERO, Shapes.DISTRIBUTION))));
    }

    private List<TransactionSpec> mix(Cursor yaml) {
        List<TransactionSpec> mix = new ArrayList<>();
        yaml.list(each -> {
            TransactionSpec spec = each.record(fields -> TransactionParser.parse(fields, mix.size(), topology));
            return spec != null && mix.add(spec);
        });
        if (mix.isEmpty()) {
            yaml.reject("expected at least one transaction");
        }
        return mix;
    }

    private List<TransactionSpec> only(Cursor yaml) {
        TransactionSpec spec = yaml.record(fields -> TransactionParser.parse(fields, 0, topology));
        return spec == null ? List.of() : List.of(spec);
    }

    private static ConnectionsSpec connections(Cursor yaml, ConnectionsSpec usual) {
        return yaml.record(fields -> new ConnectionsSpec(
                fields.optional("pool", "connections at most")
                        .or(
                                (long) usual.pool(),
                                each -> each.value(endless(
                                        "unlimited",
                                        ConnectionsSpec.POOL_MAX,
                                        Shape.integer(1, ConnectionsSpec.POOL_MAX))))
                        .intValue(),
                fields.optional("max-age", "then a connection is replaced")
                        .or(usual.maxAgeNanos(), endless("never", WorkloadSpec.NONE, Shape.TIME_SPAN)),
                fields.optional("max-age-jitter", "by how much of it each one's age limit is shorter")
                        .or(usual.maxAgeJitter(), Shape.SHARE),
                fields.optional("connect-timeout", "then connecting counts as refused")
                        .or(usual.connectTimeoutNanos(), endless("never", WorkloadSpec.NONE, Shape.TIME_SPAN))));
    }

    /** A value, or a word for the largest. */
    static Shape<Long> endless(String word, long most, Shape<Long> shape) {
        return new Shape<>(
                shape.expected() + " or '" + word + "'",
                text -> text.equals(word)
                        ? java.util.Optional.of(most)
                        : shape.read().apply(text),
                shape.fallback(),
                Shape.of("", java.util.Optional::of, "").schema());
    }

    private String region(Cursor yaml) {
        return yaml.value(Shape.known(topology.regionNames()));
    }
}
