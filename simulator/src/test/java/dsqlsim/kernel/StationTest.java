package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Queues against theory: validation cases A3, A5a and A6a at a smaller size, and A7. */
class StationTest {
    private static final double SECOND = 1e9;

    /** What customers of a station with Poisson arrivals went through, in seconds. */
    private record Visit(double meanWait, double shareWaiting, double shareWaitingOver1) {}

    private static Visit visit(Station station, double rate, Distribution service, int customers) {
        Distribution gaps = Distribution.exponential(SECOND / rate);
        int warmup = customers / 20;
        double sum = 0;
        int waiting = 0;
        int over1 = 0;
        long now = 0;
        for (int i = 0; i < warmup + customers; i++) {
            now += gaps.sample(Randomness.key(Randomness.key(101, "gaps"), i));
            long nanos = service.sample(Randomness.key(Randomness.key(101, "service"), i));
            double wait = (station.admit(now, nanos) - now - nanos) / SECOND;
            if (i >= warmup) {
                sum += wait;
                waiting += wait > 0 ? 1 : 0;
                over1 += wait > 1 ? 1 : 0;
            }
        }
        return new Visit(sum / customers, (double) waiting / customers, (double) over1 / customers);
    }

    @Test
    void oneServer() {
        int n = 400_000;
        Station station = new Station(1);
        Visit visit = visit(station, 0.8, Distribution.exponential(SECOND), n);
        // Four standard errors: the asymptotic variance of the mean wait is 1976 (Daley 1968).
        assertThat(visit.meanWait).isCloseTo(4.0, within(4 * Math.sqrt(1976.0 / n)));
        assertThat(visit.shareWaiting).isCloseTo(0.8, within(0.01));
    }

    @Test
    void oneServerWithVariedServices() {
        int n = 1_000_000;
        Visit visit = visit(new Station(1), 0.7, Distribution.lognormalByMean(SECOND, 4), n);
        assertThat(visit.meanWait).isCloseTo(5.83333, within(4 * Math.sqrt(22_500.0 / n)));
    }

    @Test
    void threeServers() {
        int n = 400_000;
        Visit visit = visit(new Station(3), 2.4, Distribution.exponential(SECOND), n);
        assertThat(visit.meanWait).isCloseTo(1.078651685, within(0.03 * Math.sqrt(10) * 1.078651685));
        assertThat(visit.shareWaiting).isCloseTo(0.647191, within(0.02));
        assertThat(visit.shareWaitingOver1).isCloseTo(0.355186, within(0.03));
    }

    @Test
    void nobodyWaitsWhereServersAreUnlimited() {
        Station station = new Station(Station.UNLIMITED);
        assertThat(station.admit(0, 10)).isEqualTo(10);
        assertThat(station.admit(1, 3)).isEqualTo(4);
        assertThat(station.backlog(1)).isZero();
        assertThat(station.present(3)).isEqualTo(2);
        assertThat(station.present(4)).isEqualTo(1);
        assertThat(station.presentNanos(10)).isEqualTo(13);
    }

    @Test
    void serversAreUsedInTheOrderTheyBecomeFree() {
        Station station = new Station(2);
        assertThat(station.admit(0, 10)).isEqualTo(10);
        assertThat(station.backlog(0)).isZero();
        assertThat(station.admit(0, 4)).isEqualTo(4);
        assertThat(station.backlog(1)).isEqualTo(3);
        assertThat(station.admit(1, 2)).isEqualTo(6);
        assertThat(station.admit(1, 2)).isEqualTo(8);
        assertThat(station.admit(9, 2)).isEqualTo(11);
        assertThat(station.utilisation(20)).isEqualTo((10 + 4 + 2 + 2 + 2) / 40.0);
    }

    @Test
    void aCrashEmptiesIt() {
        Station station = new Station(1);
        station.admit(0, 10);
        station.admit(0, 10);
        station.clear(4);
        assertThat(station.present(4)).isZero();
        assertThat(station.stayNanos()).isEqualTo(8).isEqualTo(station.presentNanos(100));
        assertThat(station.admit(5, 1)).isEqualTo(6);
    }

    @Property(tries = 100)
    void littlesLawHoldsExactly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int servers) {
        Station station = new Station(servers == 5 ? Station.UNLIMITED : servers);
        long now = 0;
        long last = 0;
        for (int i = 0; i < 300; i++) {
            now += Randomness.below(Randomness.key(seed, 3 * i), 100);
            last = Math.max(last, station.admit(now, Randomness.below(Randomness.key(seed, 3 * i + 1), 200)));
            if (Randomness.below(Randomness.key(seed, 3 * i + 2), 50) == 0) {
                station.clear(now);
            }
        }
        assertThat(station.presentNanos(Math.max(now, last))).isEqualTo(station.stayNanos());
        assertThat(station.present(Math.max(now, last))).isZero();
    }

    @Property
    void sumsAreExactBeyond64Bits(@ForAll long a, @ForAll long b, @ForAll long c) {
        WideSum sum = new WideSum();
        sum.addProduct(a >> 1, b >> 1);
        sum.addProduct(b >> 1, c >> 1);
        sum.add(c);
        BigInteger expected = BigInteger.valueOf(a >> 1)
                .multiply(BigInteger.valueOf(b >> 1))
                .add(BigInteger.valueOf(b >> 1).multiply(BigInteger.valueOf(c >> 1)))
                .add(BigInteger.valueOf(c));
        assertThat(sum.value()).isEqualTo(expected);
    }
}
