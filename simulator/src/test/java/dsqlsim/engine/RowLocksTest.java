package dsqlsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowLocksTest {
    private final RowLocks locks = new RowLocks();
    private final List<String> granted = new ArrayList<>();

    private final class Someone extends Locker {
        private final String name;

        Someone(String name) {
            this.name = name;
        }

        @Override
        protected void granted() {
            granted.add(name);
        }
    }

    private final Someone a = new Someone("a");
    private final Someone b = new Someone("b");
    private final Someone c = new Someone("c");
    private final Someone d = new Someone("d");

    @Test
    void anExclusiveLockIsGrantedInTurn() {
        assertThat(locks.acquire(a, 7, true)).isTrue();
        assertThat(locks.acquire(b, 7, true)).isFalse();
        assertThat(locks.acquire(c, 7, true)).isFalse();
        locks.release(a);
        assertThat(granted).containsExactly("b");
        locks.release(b);
        assertThat(granted).containsExactly("b", "c");
    }

    @Test
    void whoHoldsItGetsItAgain() {
        assertThat(locks.acquire(a, 7, true)).isTrue();
        assertThat(locks.acquire(a, 7, true)).isTrue();
        assertThat(locks.acquire(a, 7, false)).isTrue();
        assertThat(a.locksHeld()).isEqualTo(1);
    }

    @Test
    void readersShareAndDoNotOvertakeAWriterThatWaits() {
        assertThat(locks.acquire(a, 7, false)).isTrue();
        assertThat(locks.acquire(b, 7, false)).isTrue();
        assertThat(locks.acquire(c, 7, true)).isFalse();
        assertThat(locks.acquire(d, 7, false)).isFalse();
        locks.release(a);
        assertThat(granted).isEmpty();
        locks.release(b);
        assertThat(granted).containsExactly("c");
        locks.release(c);
        assertThat(granted).containsExactly("c", "d");
    }

    @Test
    void whoSharesAndWantsMoreComesFirst() {
        locks.acquire(a, 7, false);
        locks.acquire(b, 7, false);
        locks.acquire(c, 7, true);
        assertThat(locks.acquire(a, 7, true)).isFalse();
        locks.release(b);
        assertThat(granted).containsExactly("a");
    }

    @Test
    void leavingTheQueueLetsOthersPass() {
        locks.acquire(a, 7, false);
        locks.acquire(b, 7, true);
        locks.acquire(c, 7, false);
        locks.withdraw(b);
        assertThat(granted).containsExactly("c");
        assertThat(b.waitsForLock()).isFalse();
    }

    @Test
    void aCycleOfThreeIsADeadlockForEachOfThem() {
        locks.acquire(a, 1, true);
        locks.acquire(b, 2, true);
        locks.acquire(c, 3, true);
        locks.acquire(a, 2, true);
        locks.acquire(b, 3, true);
        assertThat(locks.deadlocked(a)).isFalse();
        locks.acquire(c, 1, true);
        assertThat(locks.deadlocked(a)).isTrue();
        assertThat(locks.deadlocked(b)).isTrue();
        assertThat(locks.deadlocked(c)).isTrue();
        locks.release(c);
        assertThat(granted).containsExactly("b");
        assertThat(locks.deadlocked(a)).isFalse();
    }

    @Test
    void whoWaitsForACycleIsNotInIt() {
        locks.acquire(a, 1, true);
        locks.acquire(b, 2, true);
        locks.acquire(a, 2, true);
        locks.acquire(b, 1, true);
        locks.acquire(c, 1, true);
        assertThat(locks.deadlocked(a)).isTrue();
        assertThat(locks.deadlocked(c)).isFalse();
    }

    @Test
    void twoThatShareAndBothWantMoreAreADeadlock() {
        locks.acquire(a, 1, false);
        locks.acquire(b, 1, false);
        locks.acquire(a, 1, true);
        assertThat(locks.deadlocked(a)).isFalse();
        locks.acquire(b, 1, true);
        assertThat(locks.deadlocked(b)).isTrue();
    }

    @Test
    void theQueueItselfCanCloseACycle() {
        locks.acquire(a, 1, true);
        locks.acquire(d, 2, true);
        locks.acquire(b, 1, true);
        locks.acquire(c, 1, true);
        locks.acquire(a, 2, true);
        assertThat(locks.deadlocked(c)).isFalse();
        locks.acquire(d, 1, true);
        assertThat(locks.deadlocked(d)).isTrue();
        assertThat(locks.deadlocked(c)).isTrue();
    }
}
