package dsqlsim.check;

import java.util.Arrays;

/** A long for every place and shard; -1 before it is set. */
final class PlaceTable {
    private long[][] values = new long[0][];

    long get(int place, int shard) {
        return place < values.length && shard < values[place].length ? values[place][shard] : -1;
    }

    void set(int place, int shard, long value) {
        if (place >= values.length) {
            int old = values.length;
            values = Arrays.copyOf(values, place + 4);
            Arrays.fill(values, old, values.length, new long[0]);
        }
        if (shard >= values[place].length) {
            int old = values[place].length;
            values[place] = Arrays.copyOf(values[place], shard + 4);
            Arrays.fill(values[place], old, values[place].length, -1);
        }
        values[place][shard] = value;
    }
}
