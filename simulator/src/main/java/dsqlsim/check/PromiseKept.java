package dsqlsim.check;

import java.util.EnumSet;
import java.util.Set;

/** Once a place was promised that a journal will deliver nothing at or below a floor, nothing there is delivered. */
final class PromiseKept implements Checker {
    private final Findings findings = new Findings();
    private final PlaceTable floors = new PlaceTable();
    private final PlaceTable sequences = new PlaceTable();

    @Override
    public String id() {
        return "promise-kept";
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
    public void promised(int place, int shard, long floor, long now) {
        findings.examined();
        if (floor > floors.get(place, shard)) {
            floors.set(place, shard, floor);
        }
    }

    @Override
    public void restored(int place, int shard, long sequence, long now) {
        sequences.set(place, shard, Math.max(sequence, sequences.get(place, shard)));
    }

    /** An entry that was delivered here before is only repeated. */
    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        if (sequence <= sequences.get(place, shard)) {
            return;
        }
        sequences.set(place, shard, sequence);
        long floor = floors.get(place, shard);
        if (timestamp <= floor) {
            findings.found(
                    "broken-promise",
                    "place %d was promised nothing up to %s by shard %d, and then got entry %d at %s",
                    place,
                    new Instant(floor),
                    shard,
                    sequence,
                    new Instant(timestamp));
        }
    }
}
