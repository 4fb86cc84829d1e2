package dsqlsim.check;

import dsqlsim.kernel.LongMap;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Plan;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * All or nothing: wherever an attempt's writes are shown they are all shown, the same, at one timestamp, once
 * ({@code partial}), and those of an attempt that was refused are shown nowhere ({@code aborted-visible}). Looks back over
 * the last {@link #REMEMBERED} attempts that wrote.
 */
final class Atomicity implements Checker {
    private static final int REMEMBERED = 1 << 17;
    private static final long REFUSED = 0;

    private final Findings findings = new Findings();
    /** Attempt to what its effect was: a hash of when and which rows; or that it was refused. */
    private final LongMap effects = new LongMap();

    private long[] recent = new long[1 << 10];
    private int next;
    private boolean full;

    @Override
    public String id() {
        return "atomicity";
    }

    @Override
    public Set<Hears> hears() {
        return EnumSet.of(Hears.ENDS, Hears.PLACES);
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        if (rows.length > 0) {
            effect(attempt, hash(timestamp, rows, 0));
        }
    }

    @Override
    public void ended(Attempt attempt) {
        Plan plan = attempt.plan;
        if (plan.readOnly()) {
            return;
        }
        if (attempt.outcome.aborted() || attempt.outcome.failed()) {
            effect(attempt.id, REFUSED);
        } else if (RowHistory.wrote(attempt)) {
            findings.examined();
            effect(attempt.id, hash(attempt.commit, plan.rows, plan.reads));
        }
    }

    private void effect(long attempt, long effect) {
        long known = effects.get(attempt);
        if (known == LongMap.ABSENT) {
            remember(attempt, effect);
        } else if (known != effect) {
            boolean refused = known == REFUSED || effect == REFUSED;
            findings.found(
                    refused ? "aborted-visible" : "partial",
                    refused
                            ? "attempt #%d was refused, and yet its writes are shown"
                            : "attempt #%d does not show the same rows at the same timestamp everywhere",
                    attempt);
        }
    }

    private void remember(long attempt, long effect) {
        if (full) {
            effects.remove(recent[next]);
        } else if (next == recent.length) {
            recent = Arrays.copyOf(recent, 2 * next);
        }
        recent[next] = attempt;
        next = next + 1 & REMEMBERED - 1;
        full |= next == 0;
        effects.put(attempt, effect);
    }

    /** Never {@link #REFUSED} nor {@link LongMap#ABSENT}; the order of the rows does not matter. */
    private static long hash(long timestamp, int[] rows, int from) {
        long sum = mix(timestamp);
        for (int i = from; i < rows.length; i++) {
            sum += mix(rows[i] + 1L);
        }
        return sum >>> 1 | 1;
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 32) * 0x9E3779B97F4A7C15L;
        return (z ^ z >>> 29) * 0xBF58476D1CE4E5B9L;
    }
}
