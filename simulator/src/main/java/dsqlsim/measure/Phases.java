package dsqlsim.measure;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Which phases an instant lies in. A phase owns what starts in it; phases may overlap. Nothing lies in a phase before the end
 * of warm-up.
 *
 * <p>The answer is a step function of time. Each injection and healing replaces what was foreseen from then on, and never
 * changes the past, but for {@link #after}: that begins anew with each last healing.
 */
final class Phases {
    static final int WHOLE = 0;
    static final int BEFORE = 1;
    private static final long RECOVERY_NANOS = 30_000_000_000L;

    private final long warmupNanos;
    private final MeasurePlan plan;
    private final int[] open;
    private final long[] recoveryUntil;
    private int openFaults;
    private boolean injected;
    private boolean healed;

    private long[] starts = new long[16];
    private int[][] sets = new int[16][];
    private int size;

    Phases(MeasurePlan plan) {
        this.plan = plan;
        this.warmupNanos = plan.warmupNanos();
        this.open = new int[plan.faults().size()];
        this.recoveryUntil = new long[open.length];
        Arrays.fill(recoveryUntil, Long.MIN_VALUE);
        replaceFrom(0);
    }

    int count() {
        return 3 + 2 * open.length;
    }

    /** From the last healing on. */
    int after() {
        return count() - 1;
    }

    static int during(int fault) {
        return 2 + 2 * fault;
    }

    static int recovery(int fault) {
        return 3 + 2 * fault;
    }

    String name(int phase) {
        if (phase == WHOLE || phase == BEFORE) {
            return phase == WHOLE ? "whole" : "before";
        }
        if (phase == after()) {
            return "after";
        }
        String fault = plan.faults().get((phase - 2) / 2).id();
        return phase % 2 == 0 ? fault : "recovery " + fault;
    }

    /** The phase of a name, or -1. */
    int find(String name) {
        for (int phase = 0; phase < count(); phase++) {
            if (name(phase).equals(name)) {
                return phase;
            }
        }
        return -1;
    }

    /** The phases that an instant lies in, up to what has been reported so far. Not to be changed. */
    int[] at(long time) {
        int segment = size - 1;
        if (starts[segment] > time) {
            int found = Arrays.binarySearch(starts, 0, size, time);
            segment = found >= 0 ? found : -found - 2;
        }
        return sets[segment];
    }

    /** A fault begins. What was counted for {@link #after} until now must be cleared by its owners. */
    void injected(int fault, long now) {
        injected = true;
        open[fault]++;
        openFaults++;
        for (int i = 0; i < recoveryUntil.length; i++) {
            recoveryUntil[i] = Math.min(recoveryUntil[i], now);
        }
        for (int i = 0; i < size; i++) {
            sets[i] = without(sets[i], after());
        }
        replaceFrom(now);
    }

    void healed(int fault, long now) {
        healed = true;
        open[fault]--;
        openFaults--;
        recoveryUntil[fault] = now + RECOVERY_NANOS;
        replaceFrom(now);
    }

    /** How long a phase lasted, all its stretches together, in a run that ended at {@code end}. */
    long lengthNanos(int phase, long end) {
        long length = 0;
        for (int i = 0; i < size && starts[i] < end; i++) {
            if (contains(sets[i], phase)) {
                length += segmentEnd(i, end) - starts[i];
            }
        }
        return length;
    }

    /** When a phase first began; -1 if it never did. */
    long fromNanos(int phase, long end) {
        for (int i = 0; i < size && starts[i] < end; i++) {
            if (contains(sets[i], phase)) {
                return starts[i];
            }
        }
        return -1;
    }

    /** When a phase last ended; -1 if it never began. */
    long toNanos(int phase, long end) {
        long to = -1;
        for (int i = 0; i < size && starts[i] < end; i++) {
            to = contains(sets[i], phase) ? segmentEnd(i, end) : to;
        }
        return to;
    }

    static boolean contains(int[] set, int phase) {
        return Arrays.binarySearch(set, phase) >= 0;
    }

    private long segmentEnd(int segment, long end) {
        return segment + 1 < size ? Math.min(starts[segment + 1], end) : end;
    }

    private void replaceFrom(long now) {
        while (size > 0 && starts[size - 1] >= now) {
            size--;
        }
        append(now);
        TreeSet<Long> foreseen = new TreeSet<>();
        foreseen.add(warmupNanos);
        for (long until : recoveryUntil) {
            foreseen.add(until);
        }
        for (long time : foreseen.tailSet(now, false)) {
            append(time);
        }
    }

    private void append(long time) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            sets = Arrays.copyOf(sets, 2 * size);
        }
        starts[size] = time;
        sets[size++] = setAt(time);
    }

    private int[] setAt(long time) {
        int[] set = new int[count()];
        int n = 0;
        if (time >= warmupNanos) {
            set[n++] = WHOLE;
            if (!injected) {
                set[n++] = BEFORE;
            }
            for (int fault = 0; fault < open.length; fault++) {
                if (open[fault] > 0) {
                    set[n++] = during(fault);
                }
                if (recoveryUntil[fault] > time) {
                    set[n++] = recovery(fault);
                }
            }
            if (healed && openFaults == 0) {
                set[n++] = after();
            }
        }
        return Arrays.copyOf(set, n);
    }

    private static int[] without(int[] set, int phase) {
        int last = set.length - 1;
        return last >= 0 && set[last] == phase ? Arrays.copyOf(set, last) : set;
    }
}
