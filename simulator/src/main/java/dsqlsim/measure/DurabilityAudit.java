package dsqlsim.measure;

import dsqlsim.kernel.LongMap;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Survivors;
import dsqlsim.txn.Survivors.Found;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks every acknowledged commit up in what the surviving parts can still produce: at the end of the run, when the writes of
 * some region have first recovered from a fault, and when a commit leaves what the journals retain (it is then forgotten).
 *
 * <p>A loss is charged once: to the fault that came next after its acknowledgement; if none did, to the one whose recovery was being
 * audited, else to the one injected last before it was found.
 */
public final class DurabilityAudit {
    /** Entries looked at for having left the journals, with every commit that is added. */
    private static final int STEPS = 2;

    private final Survivors survivors;
    private final List<AcknowledgedCommits> journals = new ArrayList<>();
    private final Loss[] byFault;
    /** Losses that no fault explains. */
    private final Loss unexplained = new Loss();
    /** Attempts that are known to be lost: charged once. */
    private final LongMap charged = new LongMap();

    private Loss current = unexplained;
    private long examined;
    private long acknowledged;

    DurabilityAudit(int faults, Survivors survivors) {
        this.survivors = survivors;
        byFault = new Loss[faults];
        for (int i = 0; i < faults; i++) {
            byFault[i] = new Loss();
        }
    }

    void ended(Attempt attempt) {
        if (attempt.outcome == Outcome.COMMITTED && !attempt.plan.readOnly()) {
            AcknowledgedCommits journal = journal(attempt.journal);
            journal.add(attempt.id, attempt.sequence, attempt.commit, attempt.endedAt, attempt.plan);
            acknowledged++;
            expire(journal, attempt.journal);
        }
    }

    void injected(int fault, long now) {
        current = byFault[fault];
        current.injected(now);
    }

    /** Audits all that is kept, now. */
    void recovered(int fault) {
        auditAll(byFault[fault]);
    }

    /** The end of the run. */
    void finish() {
        auditAll(current);
        examined = acknowledged;
    }

    Loss loss(int fault) {
        return byFault[fault];
    }

    /** How far back the worst loss reaches, in seconds. */
    double seconds() {
        double worst = unexplained.seconds();
        for (Loss loss : byFault) {
            worst = Math.max(worst, loss.seconds());
        }
        return worst;
    }

    /** Commits lost by any fault or none. */
    public long lost() {
        long sum = unexplained.count();
        for (Loss loss : byFault) {
            sum += loss.count();
        }
        return sum;
    }

    /** Acknowledged commits that have been looked up. */
    public long examined() {
        return examined;
    }

    /** One sentence on a commit that was lost; null when none is. */
    public String evidence() {
        String evidence = unexplained.evidence();
        for (Loss loss : byFault) {
            evidence = evidence == null ? loss.evidence() : evidence;
        }
        return evidence;
    }

    /** Commits that are kept for later look-ups. */
    long kept() {
        return journals.stream().mapToLong(AcknowledgedCommits::size).sum();
    }

    private void expire(AcknowledgedCommits journal, int number) {
        for (int i = 0; i < STEPS && journal.size() > 0; i++) {
            if (survivors.retains(number, journal.sequence(0))) {
                return;
            }
            lookUp(journal, number, 0, current);
            charged.remove(journal.attempt(0));
            examined++;
            journal.remove();
        }
    }

    private void auditAll(Loss loss) {
        long unavailable = 0;
        for (int j = 0; j < journals.size(); j++) {
            AcknowledgedCommits journal = journals.get(j);
            for (int i = 0; i < journal.size(); i++) {
                unavailable += lookUp(journal, j - 1, i, loss) == Found.UNAVAILABLE ? 1 : 0;
            }
        }
        loss.unavailable(unavailable);
    }

    private Found lookUp(AcknowledgedCommits journal, int number, int index, Loss loss) {
        long attempt = journal.attempt(index);
        Found found =
                survivors.find(attempt, number, journal.sequence(index), journal.commit(index), journal.plan(index));
        if (found == Found.LOST && !charged.contains(attempt)) {
            charged.put(attempt, 1);
            long acknowledgedAt = journal.acknowledgedAt(index);
            next(acknowledgedAt, loss).lost(attempt, acknowledgedAt, journal.plan(index));
        }
        return found;
    }

    /** The first fault that was injected when a commit had been acknowledged, or another if none was. */
    private Loss next(long acknowledgedAt, Loss otherwise) {
        Loss first = null;
        for (Loss each : byFault) {
            boolean since = each.injectedAt() >= acknowledgedAt;
            first = since && (first == null || each.injectedAt() < first.injectedAt()) ? each : first;
        }
        return first == null ? otherwise : first;
    }

    /** Journal -1 (none named) comes first. */
    private AcknowledgedCommits journal(int number) {
        while (journals.size() <= number + 1) {
            journals.add(new AcknowledgedCommits());
        }
        return journals.get(number + 1);
    }
}
