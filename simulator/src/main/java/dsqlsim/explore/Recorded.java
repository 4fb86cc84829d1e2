package dsqlsim.explore;

import dsqlsim.scenario.Scenario;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything worth telling of a small run, in the order of time: for stories, which are of a few transactions. */
final class Recorded implements Observer {
    private static final int KEPT_MAX = 200_000;

    /**
     * One line of it.
     *
     * @param lane where: {@code clients}, {@code shard 0}, {@code place 1}, {@code system}
     * @param attempt whose; 0 for nobody's
     */
    record Line(long at, String lane, long attempt, String what) {}

    private final Scenario scenario;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, Attempt> attempts = new LinkedHashMap<>();

    Recorded(Scenario scenario) {
        this.scenario = scenario;
    }

    List<Line> lines() {
        return lines;
    }

    Map<Long, Attempt> attempts() {
        return attempts;
    }

    private void add(long at, String lane, long attempt, String what, Object... arguments) {
        if (lines.size() < KEPT_MAX) {
            lines.add(new Line(at, lane, attempt, String.format(Locale.ROOT, what, arguments)));
        }
    }

    @Override
    public void started(Attempt attempt) {
        attempts.put(attempt.id, attempt);
        add(attempt.startedAt, "clients", attempt.id, "begins");
    }

    @Override
    public void answered(Attempt attempt, Operation operation, long from, long now) {
        if (operation == Operation.BEGIN) {
            add(now, "clients", attempt.id, "start timestamp %s", Story.seconds(attempt.start));
        } else if (operation == Operation.READ || operation == Operation.STATEMENT) {
            add(now, "clients", attempt.id, "statement done");
        }
    }

    @Override
    public void ended(Attempt attempt) {
        if (attempt.commitSentAt >= 0) {
            int at = lines.size();
            while (at > 0 && lines.get(at - 1).at() > attempt.commitSentAt) {
                at--;
            }
            lines.add(at, new Line(attempt.commitSentAt, "clients", attempt.id, "sends COMMIT"));
        }
        add(attempt.endedAt, "clients", attempt.id, "is told: %s", attempt.outcome.label());
    }

    @Override
    public void abandoned(long attempt, int workload, long now) {
        add(now, "clients", attempt, "try abandoned, again");
    }

    @Override
    public void leads(int shard, int node, long epoch, long now) {
        add(now, "shard " + shard, 0, "epoch %d leads", epoch);
    }

    @Override
    public void appended(int shard, long epoch, long sequence, long timestamp, long attempt, long now) {
        add(now, "shard " + shard, attempt, "entry %d at %s, epoch %d", sequence, Story.seconds(timestamp), epoch);
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        add(now, "place " + place, attempt, "shows entry %d of shard %d", sequence, shard);
    }

    @Override
    public void restored(int place, int shard, long sequence, long now) {
        add(now, "place " + place, 0, "restored to entry %d of shard %d", sequence, shard);
    }

    @Override
    public void happened(String type, int node, int shard, long epoch, long now) {
        if (!type.equals("leader-elected") && !type.equals("candidacy")) {
            add(now, shard < 0 ? "system" : "shard " + shard, 0, "%s", type);
        }
    }

    @Override
    public void clockLied(int node, long errorNanos, long now) {
        add(now, "system", 0, "a clock lied by %.3f ms", errorNanos / 1e6);
    }

    @Override
    public void injected(int fault, long now) {
        add(now, "faults", 0, "%s begins", scenario.faults().get(fault).id());
    }

    @Override
    public void healed(int fault, long now) {
        add(now, "faults", 0, "%s heals", scenario.faults().get(fault).id());
    }
}
