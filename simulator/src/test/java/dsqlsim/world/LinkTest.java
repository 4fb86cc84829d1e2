package dsqlsim.world;

import static dsqlsim.world.Stand.MS;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    private static void sendHundred(Stand stand) {
        for (int i = 0; i < 100; i++) {
            stand.runTo(i);
            stand.send(i);
        }
    }

    @Test
    void orderIsKeptThoughDelaysVary() {
        Stand stand = new Stand(Distribution.uniform(1 * MS, 60 * MS));
        sendHundred(stand);
        stand.runTo(500);
        assertThat(stand.b.heard).isEqualTo(HUNDRED);
        assertThat(stand.b.at).isSorted();
    }

    @Test
    void aLateHeartbeatHoldsUpNothingElse() {
        Stand busy = Stand.withHeartbeatsApart(Distribution.uniform(1 * MS, 60 * MS));
        for (int i = 0; i < 100; i++) {
            busy.world.send(busy.a, busy.b, new Stand.Note(100 + i, true, false));
        }
        busy.send(1);
        busy.runTo(500);
        Stand quiet = new Stand(Distribution.uniform(1 * MS, 60 * MS));
        quiet.send(1);
        quiet.runTo(500);
        assertThat(busy.b.at.get(busy.b.heard.indexOf(1))).isEqualTo(quiet.b.at.get(0));
        assertThat(busy.b.heard.stream().filter(each -> each >= 100)).isSorted();
    }

    @Test
    void aDelayIsDrawnForTheMessageAndNotForItsTurn() {
        Stand all = new Stand(Distribution.uniform(1 * MS, 60 * MS));
        all.send(1);
        all.runTo(100);
        all.send(2);
        all.runTo(200);
        Stand one = new Stand(Distribution.uniform(1 * MS, 60 * MS));
        one.runTo(100);
        one.send(2);
        one.runTo(200);
        assertThat(one.b.at).containsExactly(all.b.at.get(1));
    }

    @Test
    void whatLeavesLaterTravelsFromThen() {
        Stand stand = Stand.withDelay(5);
        stand.world.send(stand.a, stand.b, new Stand.Note(1, false, false), 30 * MS);
        stand.runTo(10);
        stand.send(2);
        stand.runTo(100);
        assertThat(stand.b.heard).containsExactly(2, 1);
        assertThat(stand.b.at).containsExactly(15L, 35L);
    }

    @Test
    void ofTwoThatLeaveLaterTheSoonerGoesFirst() {
        Stand stand = Stand.withDelay(5);
        stand.world.send(stand.a, stand.b, new Stand.Note(1, false, false), 30 * MS);
        stand.world.send(stand.a, stand.b, new Stand.Note(2, false, false), 20 * MS);
        stand.world.send(stand.a, stand.b, new Stand.Note(3, false, false), 25 * MS);
        stand.world.send(stand.a, stand.b, new Stand.Note(4, false, false), 30 * MS);
        stand.runTo(100);
        assertThat(stand.b.heard).containsExactly(2, 3, 1, 4);
        assertThat(stand.b.at).containsExactly(25L, 30L, 35L, 35L);
    }

    @Test
    void aLostPacketIsADelayAndHoldsUpWhatFollows() {
        Stand stand = Stand.withDelay(5);
        stand.world.install(new Lossy(0.2, false, 0));
        sendHundred(stand);
        stand.runTo(60_000);
        assertThat(stand.b.heard).isEqualTo(HUNDRED);
        assertThat(stand.b.at).isSorted();
        assertThat(stand.b.at.get(99)).isGreaterThanOrEqualTo(205);
        assertThat(stand.b.at.get(0)).isIn(5L, 205L, 605L, 1405L);
    }

    @Test
    void aRetransmissionTakesTwoRoundTripsWhenThatIsLonger() {
        Stand stand = Stand.withDelay(100);
        stand.world.install(new Lossy(1, false, 0));
        stand.send(1);
        stand.runTo(60_000);
        long sixLosses = 400 * (1 + 2 + 4 + 8 + 16 + 32);
        assertThat(stand.b.at).containsExactly(100 + sixLosses);
    }

    @Test
    void whatIsSentAgainAfterTheLossIsHealedGetsThrough() {
        Stand stand = Stand.withDelay(5);
        stand.world.install(new Lossy(1, false, 0, 1_000 * MS));
        stand.send(1);
        stand.runTo(990);
        stand.send(2);
        stand.runTo(60_000);
        // Lost at 0, 200 and 600 ms, and at 990 ms; order is kept.
        assertThat(stand.b.at).containsExactly(1_405L, 1_405L);
    }

    @Test
    void aShortCutDeliversLaterAndInOrder() {
        Stand stand = Stand.withDelay(5);
        Cut cut = new Cut();
        stand.world.install(cut);
        sendHundred(stand);
        stand.runTo(1000);
        assertThat(stand.b.heard).isEmpty();
        stand.world.remove(cut);
        stand.send(100);
        stand.runTo(60_000);
        assertThat(stand.b.heard).hasSize(101).isSorted();
        // Sent again after 200, 600, 1400 ms: the first that gets through.
        assertThat(stand.b.at.get(0)).isEqualTo(1405);
        assertThat(stand.b.at.get(100)).isGreaterThanOrEqualTo(1405);
    }

    @Test
    void aCutLongerThanTheConnectionTimeoutLosesWhatWasSent() {
        Stand stand = Stand.withDelay(5);
        Cut cut = new Cut();
        stand.world.install(cut);
        sendHundred(stand);
        stand.runTo(Stand.CONNECTION_TIMEOUT / MS + 1);
        stand.world.remove(cut);
        stand.send(100);
        stand.runTo(60_000);
        assertThat(stand.b.heard).containsExactly(100);
    }

    @Test
    void whatIsInFlightWhenTheCutComesWaitsToo() {
        Stand stand = Stand.withDelay(50);
        stand.send(1);
        stand.runTo(10);
        Cut cut = new Cut();
        stand.world.install(cut);
        stand.runTo(200);
        assertThat(stand.b.heard).isEmpty();
        stand.world.remove(cut);
        stand.runTo(60_000);
        assertThat(stand.b.heard).containsExactly(1);
    }

    @Test
    void heartbeatsAreNotKeptWhileALinkIsCut() {
        Stand stand = Stand.withDelay(5);
        Cut cut = new Cut();
        stand.world.install(cut);
        stand.world.send(stand.a, stand.b, new Stand.Note(1, true, false));
        stand.send(2);
        stand.runTo(100);
        stand.world.remove(cut);
        stand.runTo(60_000);
        assertThat(stand.b.heard).containsExactly(2);
    }

    @Test
    void ofTwoCutsBothMustHeal() {
        Stand stand = Stand.withDelay(5);
        Cut one = new Cut();
        Cut other = new Cut();
        stand.world.install(one);
        stand.world.install(other);
        stand.send(1);
        stand.runTo(100);
        stand.world.remove(one);
        stand.runTo(5_000);
        assertThat(stand.b.heard).isEmpty();
        stand.world.remove(other);
        stand.runTo(60_000);
        assertThat(stand.b.heard).containsExactly(1);
    }

    @Test
    void datagramsAreLostDoubledAndReordered() {
        Stand stand = Stand.withDelay(5);
        stand.world.install(new Lossy(0.3, true, 0.3));
        sendHundred(stand);
        stand.runTo(60_000);
        List<Integer> heard = stand.b.heard;
        assertThat(new HashSet<>(heard)).hasSizeBetween(50, 90);
        assertThat(heard).hasSizeGreaterThan(new HashSet<>(heard).size() + 5);
        assertThat(heard).isNotEqualTo(heard.stream().sorted().toList());
    }

    private static final class Cut implements LinkRule {
        @Override
        public boolean matches(Node from, Node to) {
            return true;
        }

        @Override
        public boolean cuts() {
            return true;
        }
    }

    private record Lossy(double loss, boolean datagrams, double duplicate, long endsAt) implements LinkRule {
        Lossy(double loss, boolean datagrams, double duplicate) {
            this(loss, datagrams, duplicate, Long.MAX_VALUE);
        }

        @Override
        public boolean matches(Node from, Node to) {
            return true;
        }

        @Override
        public long addedDelay(long draw) {
            return datagrams ? Randomness.below(draw, 40 * MS) : 0;
        }
    }
}
