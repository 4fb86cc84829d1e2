package dsqlsim.check;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * In each journal commit timestamps rise strictly with the sequence: among what one epoch's leader appends, and among what is
 * delivered, whoever delivers it first.
 */
final class MonotoneCommits implements Checker {
    private final Findings findings = new Findings();
    private long[] epoch = new long[0];
    private long[] appendedSequence = new long[0];
    private long[] appendedTimestamp = new long[0];
    private long[] deliveredSequence = new long[0];
    private long[] deliveredTimestamp = new long[0];

    @Override
    public String id() {
        return "monotone-commits";
    }

    @Override
    public Set<Hears> hears() {
        return EnumSet.of(Hears.LEADERS, Hears.PLACES);
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void appended(int shard, long inEpoch, long sequence, long timestamp, long attempt, long now) {
        findings.examined();
        reach(shard);
        if (inEpoch == epoch[shard]) {
            compare("appended", shard, appendedSequence[shard], appendedTimestamp[shard], sequence, timestamp);
        }
        if (inEpoch >= epoch[shard]) {
            epoch[shard] = inEpoch;
            appendedSequence[shard] = sequence;
            appendedTimestamp[shard] = timestamp;
        }
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        reach(shard);
        if (sequence > deliveredSequence[shard]) {
            compare("delivered", shard, deliveredSequence[shard], deliveredTimestamp[shard], sequence, timestamp);
            deliveredSequence[shard] = sequence;
            deliveredTimestamp[shard] = timestamp;
        }
    }

    private void compare(String how, int shard, long before, long earlier, long sequence, long timestamp) {
        if (sequence <= before || timestamp <= earlier) {
            findings.found(
                    "not-rising",
                    "shard %d %s entry %d at %s after entry %d at %s",
                    shard,
                    how,
                    sequence,
                    new Instant(timestamp),
                    before,
                    new Instant(earlier));
        }
    }

    private void reach(int shard) {
        int old = epoch.length;
        if (shard >= old) {
            epoch = widen(epoch, shard);
            appendedSequence = widen(appendedSequence, shard);
            appendedTimestamp = widen(appendedTimestamp, shard);
            deliveredSequence = widen(deliveredSequence, shard);
            deliveredTimestamp = widen(deliveredTimestamp, shard);
        }
    }

    private static long[] widen(long[] values, int shard) {
        long[] wider = Arrays.copyOf(values, shard + 8);
        Arrays.fill(wider, values.length, wider.length, -1);
        return wider;
    }
}
