package dsqlsim.report;

import java.util.List;

/**
 * One transaction of a run, seen closely: what its messages did, read off the run's own trace. Times are seconds since it began.
 *
 * @param kind why it was chosen: {@code normal}, {@code several-shards}, {@code conflict}, {@code failover}, {@code slowest}, {@code fault}
 * @param title such as {@code The slowest commit}
 * @param summary one sentence: which transaction, when, how it ended
 * @param at when it began, in seconds of the run
 * @param lanes the nodes that took part, in the order in which they did
 * @param arrows its messages, in the order of sending
 * @param spans what took time at a node
 * @param clocks the clock readings that its timestamps were made from
 * @param marks what became true at a moment
 * @param conflict from its start timestamp to its decision: no other may commit the same rows; null if it wrote nothing
 * @param steps all of it in the order of time, a sentence each
 */
public record Exemplar(
        String kind,
        String title,
        String summary,
        double at,
        List<Lane> lanes,
        List<Arrow> arrows,
        List<Span> spans,
        List<ClockReading> clocks,
        List<Mark> marks,
        Span conflict,
        List<Step> steps) {

    public Exemplar {
        lanes = Frozen.list(lanes);
        arrows = Frozen.list(arrows);
        spans = Frozen.list(spans);
        clocks = Frozen.list(clocks);
        marks = Frozen.list(marks);
        steps = Frozen.list(steps);
    }

    /** A node. {@code place} is its zone or region. */
    public record Lane(String node, String role, String place) {}

    /**
     * A message.
     *
     * @param arrives null if it never did
     * @param lost when it was lost; null if it was not
     * @param held whether it had to wait on its way
     * @param other whether it is the other transaction's, with which this one was in conflict
     */
    public record Arrow(
            int from,
            int to,
            double leaves,
            Double arrives,
            Double lost,
            boolean held,
            boolean other,
            String name,
            int step) {}

    /** A time at a node: {@code waits} for something, or works. */
    public record Span(int lane, double from, double to, boolean waits, String what, int step) {}

    /** A clock said that true time is between two moments, and a timestamp was made of it. */
    public record ClockReading(
            int lane, double at, double earliest, double latest, double timestamp, String what, int step) {}

    /** A moment at a node. */
    public record Mark(int lane, double at, String what, int step) {}

    /** One sentence of the story. */
    public record Step(double at, String text) {}
}
