package dsqlsim.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.measure.RecoveryOracle.Injection;
import dsqlsim.measure.RecoveryOracle.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecoverySeriesTest {
    private static final long MS = 1_000_000L;

    @Property(tries = 80)
    void agreesWithTheDefinition(@ForAll long seed) {
        Case random = new Case(new SplittableRandom(seed));
        assertThat(measured(random, false)).isEqualTo(expected(random));
    }

    @Property(tries = 40)
    void agreesWhenOperationsAreReportedOnlyAtTheirEnd(@ForAll long seed) {
        Case random = new Case(new SplittableRandom(seed));
        random.ops.replaceAll(op -> op.end() > random.end ? new Op(op.start(), random.end, false) : op);
        assertThat(measured(random, true)).isEqualTo(expected(random));
    }

    @Test
    void isZeroWhenNobodyNotices() {
        Case calm = new Case(steady(0, 20_000, 10), List.of(new Injection(10_000 * MS, 12_000 * MS)), 20_000 * MS);
        assertThat(measured(calm, false)).containsExactly(0L);
    }

    @Test
    void isTheStartOfTheFirstOperationOfAServiceThatHolds() {
        List<Op> ops = steady(0, 10_000, 10);
        for (long at = 10_000; at < 14_000; at += 10) {
            ops.add(new Op(at * MS, (at + 900) * MS, true));
        }
        ops.addAll(steady(14_000, 20_000, 10));
        Case outage = new Case(ops, List.of(new Injection(10_000 * MS, Long.MAX_VALUE)), 20_000 * MS);
        assertThat(measured(outage, false)).containsExactly(4_000 * MS);
    }

    @Test
    void isUnknownWithoutABaseline() {
        Case late = new Case(steady(5_000, 9_000, 10), List.of(new Injection(4_000 * MS, 5_000 * MS)), 10_000 * MS);
        assertThat(measured(late, false)).containsExactly((Long) null);
        assertThat(expected(late)).containsExactly((Long) null);
    }

    @Test
    void doesNotKeepWhatIsDecided() {
        RecoverySeries series = new RecoverySeries(0, "write", 0, (s, t) -> {});
        for (long i = 0; i < 2_000_000; i++) {
            long at = i * MS;
            if (i == 1_000) {
                series.injected(0, at);
            }
            if (i < 1_000) {
                series.startedBefore(at);
                series.endedBefore(1);
            }
            series.end(series.begin(at), at, at + 1, true);
        }
        assertThat(series.kept()).isLessThan(2_000);
    }

    @Test
    void ofTooFewOperationsBeforeNothingIsJudged() {
        assertThat(judged(9, 10)).isFalse();
        assertThat(judged(10, 10)).isTrue();
        assertThat(judged(1, 1)).isTrue();
        assertThat(judged(0, 1)).isFalse();
    }

    private static boolean judged(int before, int fewest) {
        RecoverySeries series = new RecoverySeries(0, "connect", 0, fewest, (s, t) -> {});
        for (int i = 0; i < before; i++) {
            series.startedBefore(i * MS);
            series.endedBefore(1);
        }
        series.injected(0, 1_000 * MS);
        return series.known();
    }

    private static List<Op> steady(long from, long to, long gap) {
        List<Op> ops = new ArrayList<>();
        for (long at = from; at < to; at += gap) {
            ops.add(new Op(at * MS, (at + 5) * MS, true));
        }
        return ops;
    }

    private static List<Long> expected(Case random) {
        RecoveryOracle oracle = new RecoveryOracle(random.ops, random.injections, random.end);
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < random.injections.size(); i++) {
            all.add(oracle.rto(i));
        }
        return all;
    }

    /** Plays a case, in the order of time; at equal times injections and healings come first. */
    private static List<Long> measured(Case random, boolean atEnd) {
        Long[] found = new Long[random.injections.size()];
        RecoverySeries series = new RecoverySeries(
                0,
                "write",
                atEnd ? random.patience() : 0,
                (s, tracker) -> found[tracker.fault] = tracker.recoveryNanos());
        TreeMap<Long, List<Runnable>> agenda = new TreeMap<>();
        for (int i = 0; i < random.injections.size(); i++) {
            int fault = i;
            Injection injection = random.injections.get(i);
            at(agenda, injection.at(), () -> series.injected(fault, injection.at()));
            if (injection.healed() <= random.end) {
                at(agenda, injection.healed(), () -> series.healed(fault, injection.healed()));
            }
        }
        long before = random.injections.get(0).at();
        for (Op op : random.ops) {
            long[] number = {-1};
            at(agenda, op.start(), () -> {
                if (op.start() < before) {
                    series.startedBefore(op.start());
                }
                number[0] = atEnd ? -1 : series.begin(op.start());
            });
            if (op.end() <= random.end) {
                at(agenda, op.end(), () -> {
                    if (op.end() < before) {
                        series.endedBefore(op.end() - op.start());
                    }
                    if (atEnd) {
                        series.whole(op.start(), op.end(), op.success());
                    } else {
                        series.end(number[0], op.start(), op.end(), op.success());
                    }
                });
            }
        }
        agenda.values().forEach(all -> all.forEach(Runnable::run));
        series.finish(random.end);
        return new ArrayList<>(java.util.Arrays.asList(found));
    }

    private static void at(TreeMap<Long, List<Runnable>> agenda, long time, Runnable action) {
        agenda.computeIfAbsent(time, t -> new ArrayList<>()).add(action);
    }

    /** A random run of 12 s: a rate, outages that may or may not coincide with faults, stragglers, a few failures. */
    private static final class Case {
        final List<Op> ops;
        final List<Injection> injections;
        final long end;

        Case(List<Op> ops, List<Injection> injections, long end) {
            this.ops = ops;
            this.injections = injections;
            this.end = end;
        }

        Case(SplittableRandom random) {
            end = 12_000 * MS + random.nextLong(3_000 * MS);
            injections = new ArrayList<>();
            long at = 1_000 * MS + random.nextLong(3_000 * MS);
            for (int i = random.nextInt(3); i >= 0 && at < end; i--) {
                boolean lasts = random.nextInt(4) == 0;
                long healed = lasts ? Long.MAX_VALUE : at + 1 + random.nextLong(3_000 * MS);
                injections.add(new Injection(at, healed));
                at += 1 + random.nextLong(5_000 * MS);
            }
            ops = new ArrayList<>();
            long gap = (long) (4 * MS * Math.pow(10, random.nextDouble() * 2));
            long outageFrom = random.nextLong(end);
            long outageTo = outageFrom + random.nextLong(4_000 * MS);
            int badPercent = random.nextInt(3) * 4;
            for (long start = random.nextLong(gap + 1); start < end; start += 1 + random.nextLong(2 * gap)) {
                boolean out = start >= outageFrom && start < outageTo && random.nextInt(10) > 0;
                boolean bad = out || random.nextInt(100) < badPercent;
                long nanos = bad && random.nextBoolean() ? random.nextLong(2_500 * MS) : MS + random.nextLong(8 * MS);
                boolean never = bad && random.nextInt(5) == 0;
                ops.add(new Op(start, never ? Long.MAX_VALUE : start + nanos, !bad || random.nextInt(3) == 0));
            }
            ops.sort(Comparator.comparingLong(Op::start));
        }

        long patience() {
            return ops.stream().mapToLong(op -> op.end() - op.start()).max().orElse(0);
        }
    }
}
