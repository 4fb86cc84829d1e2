package dsqlsim.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RowHistoryTest {
    private static final long SECOND = 1_000_000_000L;

    @Property(tries = 300)
    void answersAsASortedMapDoes(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RowHistory rows = new RowHistory();
        TreeMap<Long, Long>[] expected = maps(3);
        long now = 40 * SECOND;
        for (int i = 0; i < 400; i++) {
            now += random.nextLong(SECOND);
            int row = random.nextInt(3) * 2_000;
            long commit = now - random.nextLong(2 * SECOND);
            boolean known = expected[row / 2_000].containsKey(commit);
            assertThat(rows.add(row, commit, i, now) == RowHistory.NONE).isEqualTo(known);
            expected[row / 2_000].put(commit, (long) i);
            long asked = now - random.nextLong(4 * SECOND);
            assertThat(writer(rows, row, asked)).isEqualTo(floor(expected[row / 2_000], asked));
        }
        assertThat(rows.size()).isLessThan(3 * 32 * 5);
    }

    @Test
    void givesBackWhatWasReplacedLongAgo() {
        RowHistory rows = new RowHistory();
        for (long i = 1; i <= 1_000_000; i++) {
            rows.add((int) (i % 10), i * SECOND / 10, i, i * SECOND / 10);
        }
        assertThat(rows.size()).isLessThan(400);
        assertThat(rows.at(0, 5 * SECOND)).isEqualTo(RowHistory.FORGOTTEN);
        assertThat(rows.at(11, 5 * SECOND)).isEqualTo(RowHistory.NONE);
    }

    private static long writer(RowHistory rows, int row, long time) {
        int node = rows.at(row, time);
        return node <= RowHistory.NONE ? -1 : rows.writer(node);
    }

    private static long floor(TreeMap<Long, Long> versions, long time) {
        return versions.floorEntry(time) == null
                ? -1
                : versions.floorEntry(time).getValue();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static TreeMap<Long, Long>[] maps(int count) {
        TreeMap<Long, Long>[] maps = new TreeMap[count];
        for (int i = 0; i < count; i++) {
            maps[i] = new TreeMap<>();
        }
        return maps;
    }
}
