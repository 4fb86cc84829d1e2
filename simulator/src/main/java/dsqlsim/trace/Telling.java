package dsqlsim.trace;

import dsqlsim.report.Exemplar;
import dsqlsim.report.Figures;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Puts what was seen of a transaction in the order of time, a sentence each. */
final class Telling {
    private static final int ITEMS_MAX = 110;
    private static final int FIRST_ITEMS = 75;
    /** Shorter work at a node is not worth a bar. */
    private static final long VISIBLE_NANOS = 1_000;

    /** Places are numbered by region, so many in each; one of each region is shown. */
    private static final int PLACES = 16;

    /** What comes so much later than the end is another story. */
    private static final long AFTER_NANOS = 200_000_000L;

    /** Something to tell, and how it gets its place once the order is known. */
    private record Item(long at, String text, IntConsumer place) {}

    private final World world;
    private final long origin;
    private final Map<Integer, Integer> lanes = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Exemplar.Arrow> arrows = new ArrayList<>();
    private final List<Exemplar.Span> spans = new ArrayList<>();
    private final List<Exemplar.ClockReading> clocks = new ArrayList<>();
    private final List<Exemplar.Mark> marks = new ArrayList<>();

    Telling(World world, long origin) {
        this.world = world;
        this.origin = origin;
    }

    /** All that a transaction did; {@code other} if it is not the one that this is about. */
    void tell(Seen seen, boolean other) {
        long end = seen.attempt.endedAt + AFTER_NANOS;
        seen.hops.stream()
                .filter(hop -> hop.departAt < end && (!other || hop.sentAt >= origin))
                .forEach(hop -> arrow(hop, other));
        for (Seen.Recorded entry : seen.entries) {
            recorded(entry, other);
        }
        if (!other) {
            seen.waits.forEach(this::wait);
            new Work(seen).spans().forEach(this::work);
            seen.shown.forEach(this::shown);
            ended(seen);
        }
    }

    /** What its client knows in the end, where the client is. */
    private void ended(Seen seen) {
        int lane = lane(seen.hops.get(0).from);
        String outcome = seen.attempt.outcome.label();
        long at = seen.attempt.endedAt;
        items.add(new Item(
                at,
                "For the client it is over: " + outcome + ".",
                step -> marks.add(new Exemplar.Mark(lane, since(at), outcome, step))));
    }

    /** Where its start timestamp comes from: a clock whose interval holds it. */
    void begun(Seen seen) {
        long start = seen.attempt.start;
        for (Hop hop : seen.hops) {
            if (start >= 0 && hop.arrived() && hop.earliest <= start && start <= hop.latest) {
                clock(hop.to, hop.arrivedAt, hop.earliest, hop.latest, start, "start timestamp");
                return;
            }
        }
    }

    Exemplar exemplar(String kind, String title, String summary, long[] conflict, String loss) {
        if (loss != null) {
            items.add(new Item(conflict[1], loss, step -> {}));
        }
        items.sort(Comparator.comparingLong(Item::at));
        List<Exemplar.Step> steps = new ArrayList<>();
        int leaveOut = Math.max(0, items.size() - ITEMS_MAX);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (leaveOut > 0 && i == FIRST_ITEMS) {
                steps.add(new Exemplar.Step(since(item.at()), leaveOut + " more of the kind are left out here."));
            }
            if (leaveOut == 0 || i < FIRST_ITEMS || i >= FIRST_ITEMS + leaveOut) {
                item.place().accept(steps.size());
                steps.add(new Exemplar.Step(since(item.at()), item.text()));
            }
        }
        Exemplar.Span window =
                conflict == null ? null : new Exemplar.Span(-1, since(conflict[0]), since(conflict[1]), false, "", -1);
        return new Exemplar(kind, title, summary, origin / 1e9, lanes(), arrows, spans, clocks, marks, window, steps);
    }

    private List<Exemplar.Lane> lanes() {
        List<Exemplar.Lane> all = new ArrayList<>();
        lanes.keySet().forEach(id -> {
            Node node = world.node(id);
            String region = world.geography().regionName(node.region);
            all.add(new Exemplar.Lane(
                    node.name,
                    node.role,
                    node.zone < 0 ? region : world.geography().zoneName(node.region, node.zone)));
        });
        return all;
    }

    // ---- each kind of thing

    private void arrow(Hop hop, boolean other) {
        int from = lane(hop.from);
        int to = lane(hop.to);
        Double arrives = hop.arrived() ? (Double) since(hop.arrivedAt) : null;
        Double lost = hop.lost() ? (Double) since(hop.lostAt) : null;
        String whose = other ? "The other transaction: " : "";
        String text = whose + hop.from.name + " to " + hop.to.name + ": " + hop.words + ". " + way(hop);
        items.add(new Item(
                hop.departAt,
                text,
                step -> arrows.add(new Exemplar.Arrow(
                        from, to, since(hop.departAt), arrives, lost, hop.heldAt >= 0, other, hop.name, step))));
    }

    private static String way(Hop hop) {
        String taken = hop.arrived() ? Figures.duration((hop.arrivedAt - hop.departAt) / 1e9) : "";
        if (hop.heldAt >= 0 && hop.arrived()) {
            return "It has to wait on its way, and arrives after " + taken + ".";
        }
        if (hop.lost()) {
            return "It never arrives.";
        }
        return hop.arrived() ? "Under way for " + taken + "." : "It was still under way when the run ended.";
    }

    private void recorded(Seen.Recorded entry, boolean other) {
        clock(
                world.node(entry.leader()),
                entry.at(),
                entry.earliest(),
                entry.latest(),
                entry.timestamp(),
                (other ? "the other's " : "") + "commit timestamp");
    }

    private void clock(Node node, long at, long earliest, long latest, long timestamp, String what) {
        int lane = lane(node);
        String ahead = timestamp > latest
                ? ", " + Figures.duration((timestamp - latest) / 1e9)
                        + " ahead of it, for the entry will be durable by then"
                : "";
        String text = "The clock of " + node.name + " says that true time is in an interval of "
                + Figures.duration((latest - earliest) / 1e9) + "; the " + what + " is chosen"
                + (timestamp == latest ? " at its upper edge." : timestamp > latest ? ahead + "." : " within it.");
        items.add(new Item(
                at,
                text,
                step -> clocks.add(new Exemplar.ClockReading(
                        lane, since(at), since(earliest), since(latest), since(timestamp), what, step))));
    }

    private void wait(Seen.Waited wait) {
        int lane = lane(wait.node());
        String text = wait.node().name + " waits " + Figures.duration((wait.until() - wait.from()) / 1e9) + " "
                + wait.reason() + ".";
        items.add(new Item(
                wait.from(),
                text,
                step -> spans.add(
                        new Exemplar.Span(lane, since(wait.from()), since(wait.until()), true, wait.reason(), step))));
    }

    private void work(Seen.Waited work) {
        if (work.until() - work.from() >= VISIBLE_NANOS) {
            spans.add(new Exemplar.Span(
                    lane(work.node()), since(work.from()), since(work.until()), false, work.reason(), -1));
        }
    }

    private void shown(Seen.Shown shown) {
        for (Node node : world.nodes()) {
            if (node.role.equals("crossbar") && node.zone == 0 && node.region * PLACES == shown.place()) {
                int lane = lane(node);
                String text =
                        "Storage in " + world.geography().regionName(node.region) + " may show the commit from now on.";
                items.add(new Item(
                        shown.at(),
                        text,
                        step -> marks.add(new Exemplar.Mark(lane, since(shown.at()), "visible", step))));
                return;
            }
        }
    }

    private int lane(Node node) {
        Integer known = lanes.get(node.id);
        if (known == null) {
            known = lanes.size();
            lanes.put(node.id, known);
        }
        return known;
    }

    private double since(long at) {
        return (at - origin) / 1e9;
    }
}
