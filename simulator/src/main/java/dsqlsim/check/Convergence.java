package dsqlsim.check;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Every place delivers the same entries of a journal in the same order: each is compared with what the place that was first
 * delivered ({@code diverged}), and none is left out ({@code skipped}). A place that lags by more than {@link #REMEMBERED}
 * entries is compared again when it has come nearer.
 */
final class Convergence implements Checker {
    static final int REMEMBERED = 1 << 14;

    /** What the first place delivered of one journal: a ring by sequence. */
    private static final class Reference {
        final long[] sequence = new long[REMEMBERED];
        final long[] entry = new long[REMEMBERED];
        final long[] previous = new long[REMEMBERED];
        long last = -1;

        Reference() {
            Arrays.fill(sequence, -1);
        }

        void add(long number, long hash) {
            int slot = (int) number & REMEMBERED - 1;
            sequence[slot] = number;
            entry[slot] = hash;
            previous[slot] = last;
            last = number;
        }

        int find(long number) {
            int slot = (int) number & REMEMBERED - 1;
            return sequence[slot] == number ? slot : -1;
        }
    }

    private final Findings findings = new Findings();
    private final PlaceTable delivered = new PlaceTable();
    /** By shard; null before its first delivery. */
    private Reference[] references = new Reference[0];

    @Override
    public String id() {
        return "convergence";
    }

    @Override
    public Set<Hears> hears() {
        return EnumSet.of(Hears.PLACES);
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void restored(int place, int shard, long sequence, long now) {
        delivered.set(place, shard, Math.max(sequence, delivered.get(place, shard)));
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        findings.examined();
        Reference reference = reference(shard);
        long before = delivered.get(place, shard);
        if (sequence > reference.last) {
            skipped(place, shard, before, reference.last, sequence);
            reference.add(sequence, hash(timestamp, attempt));
        } else {
            compare(reference, place, shard, before, sequence, hash(timestamp, attempt));
        }
        if (sequence > before) {
            delivered.set(place, shard, sequence);
        }
    }

    private void compare(Reference reference, int place, int shard, long before, long sequence, long hash) {
        int slot = reference.find(sequence);
        boolean remembered = reference.last - sequence < REMEMBERED;
        if (slot >= 0 ? reference.entry[slot] != hash : remembered) {
            findings.found(
                    "diverged",
                    "place %d delivered another entry %d of shard %d than the place that was first",
                    place,
                    sequence,
                    shard);
        } else if (slot >= 0 && sequence > before) {
            skipped(place, shard, before, reference.previous[slot], sequence);
        }
    }

    /** The entry before must have been delivered here. */
    private void skipped(int place, int shard, long before, long expected, long sequence) {
        if (before < expected) {
            findings.found(
                    "skipped",
                    "place %d went from entry %d of shard %d to %d and left out %d",
                    place,
                    before,
                    shard,
                    sequence,
                    expected);
        }
    }

    private Reference reference(int shard) {
        if (shard >= references.length) {
            references = Arrays.copyOf(references, shard + 4);
        }
        if (references[shard] == null) {
            references[shard] = new Reference();
        }
        return references[shard];
    }

    private static long hash(long timestamp, long attempt) {
        return (timestamp * 0x9E3779B97F4A7C15L ^ attempt) * 0xBF58476D1CE4E5B9L;
    }
}
