package dsqlsim.architecture.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromisesTest {
    private final Promises promises = new Promises();

    private Promised add(long attempt, long tauMax, int... rows) {
        Promised promise = new Promised(attempt, 1, attempt, rows, tauMax - 10, tauMax, 1);
        promises.add(promise);
        return promise;
    }

    @Test
    void aPromiseIsFoundByRowAndByAttempt() {
        Promised promise = add(7, 100, 1, 2);
        assertThat(promises.on(1)).isSameAs(promise);
        assertThat(promises.on(2)).isSameAs(promise);
        assertThat(promises.on(3)).isNull();
        assertThat(promises.of(7)).isSameAs(promise);
        promises.remove(promise);
        assertThat(promises.on(1)).isNull();
        assertThat(promises.of(7)).isNull();
    }

    @Test
    void anUndecidedPromiseEndsWhenTheStreamHasPassedTauMax() {
        add(7, 100, 1);
        assertThat(promises.settle(99)).isFalse();
        assertThat(promises.on(1)).isNotNull();
        assertThat(promises.settle(100)).isTrue();
        assertThat(promises.on(1)).isNull();
    }

    @Test
    void aCommittedOneEndsWhenTheStreamHasDeliveredIt() {
        Promised promise = add(7, 100, 1);
        promises.committed(promise, 60);
        assertThat(promises.settle(59)).isFalse();
        assertThat(promises.settle(60)).isTrue();
        assertThat(promises.of(7)).isNull();
    }

    @Test
    void onlyWhatIsDecidedGoes() {
        Promised early = add(1, 50, 1);
        Promised late = add(2, 200, 2);
        Promised middle = add(3, 100, 3);
        assertThat(promises.settle(120)).isTrue();
        assertThat(promises.of(1)).isNotSameAs(early).isNull();
        assertThat(promises.of(3)).isNotSameAs(middle).isNull();
        assertThat(promises.of(2)).isSameAs(late);
        assertThat(promises.settle(199)).isFalse();
        assertThat(promises.settle(200)).isTrue();
    }

    @Test
    void ofTwoTheOlderOneWaitsAndTheNumberBreaksATie() {
        Promised promise = new Promised(5, 1, 1000, new int[0], 0, 0, 1);
        assertThat(promise.lowerThan(1001, 1)).isTrue();
        assertThat(promise.lowerThan(999, 9)).isFalse();
        assertThat(promise.lowerThan(1000, 6)).isTrue();
        assertThat(promise.lowerThan(1000, 4)).isFalse();
    }
}
