package dsqlsim.trace;

import dsqlsim.report.Exemplar;
import dsqlsim.report.Figures;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/** What a lens chose, told for a report. */
final class Exemplars {
    private final World world;
    private final Labels labels;

    private Exemplars(World world, Labels labels) {
        this.world = world;
        this.labels = labels;
    }

    /** Everything that a lens chose. */
    static List<Exemplar> of(List<Chosen> chosen, World world, Labels labels) {
        Exemplars exemplars = new Exemplars(world, labels);
        List<Exemplar> all = new ArrayList<>();
        chosen.forEach(each -> all.add(exemplars.tell(each)));
        return all;
    }

    private Exemplar tell(Chosen chosen) {
        Telling telling = new Telling(world, chosen.seen().attempt.startedAt);
        telling.tell(chosen.seen(), false);
        telling.begun(chosen.seen());
        if (chosen.other() != null) {
            telling.tell(chosen.other(), true);
        }
        return telling.exemplar(
                chosen.kind(), title(chosen), summary(chosen), conflictWindow(chosen.seen()), loss(chosen));
    }

    private String title(Chosen chosen) {
        return switch (chosen.kind()) {
            case Choice.NORMAL -> "A normal commit";
            case Choice.SEVERAL_SHARDS -> "A commit on several shards";
            case Choice.CONFLICT -> "A conflict";
            case Choice.FAILOVER -> "The first commit over a change of leader";
            case Choice.SLOWEST -> "The slowest commit";
            default -> "The first that " + labels.faults().get(chosen.fault()) + " affected";
        };
    }

    private String summary(Chosen chosen) {
        Attempt attempt = chosen.seen().attempt;
        String text = "A transaction of " + labels.workloads().get(attempt.plan.workload) + ", from "
                + world.geography().regionName(attempt.region) + ", begun at "
                + Figures.moment(attempt.startedAt / 1e9) + ": " + counted(attempt.plan.reads, "row") + " read, "
                + counted(attempt.plan.writes(), "row") + " written. "
                + (attempt.number > 1 ? "This is try " + attempt.number + ". " : "");
        return text + ending(attempt) + " after " + Figures.duration((attempt.endedAt - attempt.startedAt) / 1e9) + ".";
    }

    private static String ending(Attempt attempt) {
        if (attempt.outcome == Outcome.COMMITTED) {
            return "It committed";
        }
        if (attempt.outcome == Outcome.UNKNOWN) {
            return "Its client never learned whether it committed, and was told so";
        }
        return (attempt.outcome.aborted() ? "It was aborted (" : "It failed (") + attempt.outcome.label() + ")";
    }

    private static String counted(int count, String noun) {
        return (count == 0 ? "no" : String.valueOf(count)) + " " + noun + (count == 1 ? "" : "s");
    }

    /** From the start timestamp to the decision: whoever commits one of its rows in between, wins. */
    private static long[] conflictWindow(Seen seen) {
        Attempt attempt = seen.attempt;
        if (attempt.start < 0 || attempt.plan.readOnly() || attempt.commitSentAt < 0) {
            return null;
        }
        return new long[] {attempt.start, attempt.commit >= 0 ? attempt.commit : attempt.endedAt};
    }

    private String loss(Chosen chosen) {
        if (chosen.other() == null) {
            return null;
        }
        int row = RecentCommits.sharedRow(chosen.seen().attempt.plan, chosen.other().attempt.plan);
        return "Another transaction (drawn thinner) committed " + labels.rows().apply(row) + " at "
                + Figures.moment(chosen.other().attempt.commit / 1e9)
                + ", within the conflict window of this one: the first committer wins, this one has to be tried again.";
    }
}
