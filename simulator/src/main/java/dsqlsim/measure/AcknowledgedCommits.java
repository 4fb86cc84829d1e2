package dsqlsim.measure;

import dsqlsim.txn.Plan;

/** The acknowledged commits of one journal, oldest acknowledgement first: a ring that is emptied from the front. */
final class AcknowledgedCommits {
    private long[] attempts = new long[64];
    private long[] sequences = new long[64];
    private long[] commits = new long[64];
    private long[] acknowledgedAt = new long[64];
    private Plan[] plans = new Plan[64];
    private int head;
    private int size;

    int size() {
        return size;
    }

    void add(long attempt, long sequence, long commit, long now, Plan plan) {
        if (size == plans.length) {
            grow();
        }
        int at = slot(size++);
        attempts[at] = attempt;
        sequences[at] = sequence;
        commits[at] = commit;
        acknowledgedAt[at] = now;
        plans[at] = plan;
    }

    /** Forgets the oldest. */
    void remove() {
        plans[head] = null;
        head = slot(1);
        size--;
    }

    long attempt(int index) {
        return attempts[slot(index)];
    }

    long sequence(int index) {
        return sequences[slot(index)];
    }

    long commit(int index) {
        return commits[slot(index)];
    }

    long acknowledgedAt(int index) {
        return acknowledgedAt[slot(index)];
    }

    Plan plan(int index) {
        return plans[slot(index)];
    }

    private int slot(int index) {
        return head + index & plans.length - 1;
    }

    private void grow() {
        attempts = unroll(attempts);
        sequences = unroll(sequences);
        commits = unroll(commits);
        acknowledgedAt = unroll(acknowledgedAt);
        Plan[] wider = new Plan[2 * size];
        System.arraycopy(plans, head, wider, 0, size - head);
        System.arraycopy(plans, 0, wider, size - head, head);
        plans = wider;
        head = 0;
    }

    private long[] unroll(long[] ring) {
        long[] wider = new long[2 * size];
        System.arraycopy(ring, head, wider, 0, size - head);
        System.arraycopy(ring, 0, wider, size - head, head);
        return wider;
    }
}
