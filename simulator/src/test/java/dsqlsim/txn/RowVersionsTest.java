package dsqlsim.txn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowVersionsTest {
    private static final long NEVER = Long.MIN_VALUE;

    private final RowVersions rows = new RowVersions();

    private Version add(int index, long timestamp, long collectBefore) {
        Version version = new Version(timestamp, timestamp, rows.newest(index));
        rows.add(index, version, collectBefore);
        return version;
    }

    @Test
    void aRowIsReadAsOfATime() {
        Version ten = add(5, 10, NEVER);
        Version twenty = add(5, 20, NEVER);
        assertThat(rows.asOf(5, 9)).isNull();
        assertThat(rows.asOf(5, 10)).isSameAs(ten);
        assertThat(rows.asOf(5, 19)).isSameAs(ten);
        assertThat(rows.asOf(5, 20)).isSameAs(twenty);
        assertThat(rows.newest(5)).isSameAs(twenty);
        assertThat(rows.newest(4)).isNull();
        assertThat(rows.newest(10_000_000)).isNull();
    }

    @Test
    void onlyWhatMayStillBeReadIsKept() {
        for (int n = 1; n <= 1000; n++) {
            add(5, 10L * n, 10L * n - 100);
        }
        int kept = 0;
        for (Version each = rows.newest(5); each != null; each = each.previous) {
            kept++;
        }
        assertThat(kept).isBetween(10, 12);
        assertThat(rows.asOf(5, 9_905).timestamp).isEqualTo(9_900);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        Version first = add(70_000, 10, NEVER);
        RowVersions copy = rows.copy();
        add(70_000, 20, NEVER);
        assertThat(copy.newest(70_000)).isSameAs(first);
        rows.undo(70_000);
        assertThat(rows.newest(70_000)).isSameAs(first);
    }
}
