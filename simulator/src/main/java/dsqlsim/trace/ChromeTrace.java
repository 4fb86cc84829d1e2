package dsqlsim.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dsqlsim.txn.Attempt;
import dsqlsim.world.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A recording in Chrome's trace event format, which Perfetto and chrome://tracing open: a process for each region with a track
 * for each node, messages as flows between them, attempts and their commits as spans, faults as a track of their own.
 */
public final class ChromeTrace {
    private static final int FAULTS = 1_000;
    private static final int WORKLOADS = 2_000;
    /** A message is handled in no time; so long a slice can be seen and clicked. */
    private static final long SLICE_NANOS = 1_000;

    /** A message at one end of its way. */
    private record End(Hop hop, int id, boolean sending) {
        long at() {
            return sending ? hop.departAt : hop.arrivedAt;
        }

        Node node() {
            return sending ? hop.from : hop.to;
        }
    }

    private final Recording recording;
    private final JsonGenerator json;

    private ChromeTrace(Recording recording, JsonGenerator json) {
        this.recording = recording;
        this.json = json;
    }

    /** Writes it. */
    public static void write(Recording recording, OutputStream to) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(to)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new ChromeTrace(recording, json).write();
        }
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("displayTimeUnit", "ms");
        json.writeArrayFieldStart("traceEvents");
        tracks();
        messages();
        attempts();
        faults();
        happenings();
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    // ---- tracks

    private void tracks() throws IOException {
        for (int region = 0; region < recording.world.geography().regions().size(); region++) {
            named("process_name", region + 1, 0, recording.world.geography().regionName(region));
        }
        named("process_name", FAULTS, 0, "faults");
        for (int i = 0; i < recording.labels.faults().size(); i++) {
            named("thread_name", FAULTS, i + 1, recording.labels.faults().get(i));
        }
        for (int i = 0; i < recording.labels.workloads().size(); i++) {
            named(
                    "process_name",
                    WORKLOADS + i,
                    0,
                    "transactions of " + recording.labels.workloads().get(i));
        }
        for (Node node : recording.world.nodes()) {
            named("thread_name", node.region + 1, node.id + 1, node.name);
        }
    }

    private void named(String what, int process, int thread, String name) throws IOException {
        begin("M", what, process, thread);
        json.writeObjectFieldStart("args");
        json.writeStringField("name", name);
        json.writeEndObject();
        json.writeEndObject();
    }

    // ---- messages

    private void messages() throws IOException {
        List<End> ends = new ArrayList<>();
        for (int i = 0; i < recording.hops.size(); i++) {
            Hop hop = recording.hops.get(i);
            ends.add(new End(hop, i + 1, true));
            if (hop.arrived()) {
                ends.add(new End(hop, i + 1, false));
            }
        }
        ends.sort(Comparator.<End>comparingInt(end -> end.node().id).thenComparingLong(End::at));
        for (int i = 0; i < ends.size(); i++) {
            End end = ends.get(i);
            boolean last = i + 1 == ends.size() || ends.get(i + 1).node() != end.node();
            long room = last ? SLICE_NANOS : ends.get(i + 1).at() - end.at();
            slice(end, Math.min(SLICE_NANOS, room));
            flow(end);
        }
    }

    private void slice(End end, long nanos) throws IOException {
        Hop hop = end.hop();
        at("X", (end.sending() ? "send " : "get ") + hop.name, end.node(), end.at());
        json.writeStringField("cat", "message");
        json.writeFieldName("dur");
        json.writeNumber(micros(nanos));
        json.writeObjectFieldStart("args");
        json.writeStringField(end.sending() ? "to" : "from", end.sending() ? hop.to.name : hop.from.name);
        json.writeStringField("says", hop.words);
        long attempt = recording.about.get(end.id() - 1);
        if (attempt != 0) {
            json.writeStringField("attempt", Long.toHexString(attempt));
        }
        if (hop.lost()) {
            json.writeStringField("fate", "lost");
        } else if (hop.heldAt >= 0) {
            json.writeStringField("fate", "held on its way");
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void flow(End end) throws IOException {
        if (end.hop().arrived()) {
            at(end.sending() ? "s" : "f", end.hop().name, end.node(), end.at());
            json.writeStringField("cat", "message");
            json.writeNumberField("id", end.id());
            if (!end.sending()) {
                json.writeStringField("bp", "e");
            }
            json.writeEndObject();
        }
    }

    // ---- the rest

    private void attempts() throws IOException {
        for (Attempt each : recording.attempts) {
            span(each, "b", each.plan.readOnly() ? "read" : "write", each.startedAt);
            if (each.commitSentAt >= 0) {
                span(each, "b", "commit", each.commitSentAt);
                span(each, "e", "commit", each.endedAt);
            }
            span(each, "e", each.plan.readOnly() ? "read" : "write", each.endedAt);
        }
    }

    private void span(Attempt attempt, String phase, String name, long at) throws IOException {
        begin(phase, name, WORKLOADS + attempt.plan.workload, 1);
        time(at);
        json.writeStringField("cat", "attempt");
        json.writeStringField("id", Long.toHexString(attempt.id));
        json.writeObjectFieldStart("args");
        json.writeStringField("outcome", attempt.outcome.label());
        json.writeNumberField("try", attempt.number);
        json.writeStringField("from", recording.world.geography().regionName(attempt.region));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void faults() throws IOException {
        for (Recording.Fault each : recording.allFaults()) {
            long from = Math.max(each.from(), recording.start());
            long until = each.until() < 0 ? recording.end() : Math.min(each.until(), recording.end());
            begin("X", recording.labels.faults().get(each.fault()), FAULTS, each.fault() + 1);
            time(from);
            json.writeStringField("cat", "fault");
            json.writeFieldName("dur");
            json.writeNumber(micros(Math.max(0, until - from)));
            json.writeEndObject();
        }
    }

    private void happenings() throws IOException {
        for (Recording.Happening each : recording.happenings) {
            if (each.node() >= 0) {
                at("i", each.what(), recording.world.node(each.node()), each.at());
                json.writeStringField("s", "t");
            } else {
                begin("i", each.what(), FAULTS, 0);
                time(each.at());
                json.writeStringField("s", "g");
            }
            json.writeStringField("cat", "event");
            json.writeObjectFieldStart("args");
            if (each.shard() >= 0) {
                json.writeNumberField("shard", each.shard());
            }
            if (each.epoch() >= 0) {
                json.writeNumberField("epoch", each.epoch());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void at(String phase, String name, Node node, long at) throws IOException {
        begin(phase, name, node.region + 1, node.id + 1);
        time(at);
    }

    private void begin(String phase, String name, int process, int thread) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("ph", phase);
        json.writeStringField("name", name);
        json.writeNumberField("pid", process);
        json.writeNumberField("tid", thread);
    }

    private void time(long nanos) throws IOException {
        json.writeFieldName("ts");
        json.writeNumber(micros(nanos));
    }

    /** Microseconds, exactly. */
    private static BigDecimal micros(long nanos) {
        return BigDecimal.valueOf(nanos, 3);
    }
}
