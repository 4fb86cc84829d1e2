package dsqlsim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long END = 600 * SECOND;

    /** Two regions of two zones and a witness, two shards. */
    private record TwoRegions(List<String> regionNames) implements Places {
        @Override
        public String architecture() {
            return "dsql-multi-region";
        }

        @Override
        public List<String> zones(String region) {
            return regionNames.contains(region) ? List.of(region + "a", region + "b") : List.of();
        }

        @Override
        public String witness() {
            return "west";
        }

        @Override
        public int shards() {
            return 2;
        }

        @Override
        public int partitions() {
            return 2;
        }
    }

    private static final Places PLACES = new TwoRegions(List.of("east", "north"));

    @Test
    void aRepeatedFaultIsInjectedAndHealedAgainAndAgain() {
        Fault fault = fault(10, 2, 30, 3, new Crash(List.of(Target.role("storage"))));
        assertThat(FaultSchedule.of(List.of(fault), PLACES, 1, END))
                .extracting(each -> each.at / SECOND + "-" + each.until / SECOND)
                .containsExactly("10-12", "40-42", "70-72");
    }

    @Test
    void aFaultThatLastsIsNeverHealed() {
        Fault fault = new Fault(
                "x", "crash", SECOND, Fault.LASTS, 0, 1, Disruption.ZONE, new Crash(List.of(Target.region("east"))), 1);
        assertThat(FaultSchedule.of(List.of(fault), PLACES, 1, END))
                .singleElement()
                .satisfies(only -> assertThat(only.until).isEqualTo(Occurrence.NEVER));
    }

    @Test
    void aRollingRestartTakesOneNodeAtATimeThroughEveryZone() {
        Action rolling = new RollingRestart(Target.role("journal"), 2, 2 * SECOND, 3 * SECOND);
        List<Occurrence> steps = FaultSchedule.of(List.of(fault(10, 100, 0, 1, rolling)), PLACES, 1, END);
        assertThat(steps).hasSize(2 * 2 * 2);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).at).isEqualTo(steps.get(i - 1).until + 3 * SECOND);
        }
        assertThat(steps.get(0).action)
                .isEqualTo(new Crash(
                        List.of(Target.role("journal").in("east", "easta").picking(0))));
    }

    @Property(tries = 200)
    void survivableRandomFaultsHitOnePlaceAtATime(@ForAll long seed) {
        List<Occurrence> drawn = FaultSchedule.of(List.of(random(true)), PLACES, seed, END);
        for (int i = 0; i < drawn.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean apart = drawn.get(j).until + 20 * SECOND <= drawn.get(i).at;
                assertThat(apart || place(drawn.get(i)).equals(place(drawn.get(j))))
                        .isTrue();
            }
        }
    }

    @Property(tries = 50)
    void randomFaultsAreAFunctionOfSeedAndId(@ForAll long seed) {
        List<Fault> faults = List.of(random(false));
        assertThat(described(FaultSchedule.of(faults, PLACES, seed, END)))
                .isEqualTo(described(FaultSchedule.of(faults, PLACES, seed, END)))
                .isNotEqualTo(described(FaultSchedule.of(faults, PLACES, seed + 1, END)));
        Fault before = fault(1, 1, 0, 1, new Crash(List.of(Target.region("east"))));
        List<String> others = described(FaultSchedule.of(List.of(before, random(false)), PLACES, seed, END));
        assertThat(others).containsAll(described(FaultSchedule.of(faults, PLACES, seed, END)));
    }

    private static Fault random(boolean survivable) {
        List<Target> units = List.of(Target.region("east"), Target.region("north"), Target.region("west"));
        Action action = new RandomFaults(RandomKinds.NAMES, units, 5 * SECOND, 2 * SECOND, survivable, 20 * SECOND);
        return new Fault("chaos", "random", SECOND, Fault.LASTS, 0, 1, Disruption.REGION, action, 1);
    }

    private static Fault fault(long at, long lasts, long every, int count, Action action) {
        return new Fault("x", "crash", at * SECOND, lasts * SECOND, every * SECOND, count, Disruption.ZONE, action, 1);
    }

    private static List<String> described(List<Occurrence> occurrences) {
        List<String> texts = new ArrayList<>();
        occurrences.forEach(each -> texts.add(
                each.at + " " + each.until + " " + each.action.toString().replaceAll("@[0-9a-f]+", "")));
        return texts;
    }

    /** The region that an injection hits: no action of a unit names another. */
    private static String place(Occurrence occurrence) {
        String text = occurrence.action.toString();
        List<String> hit = new ArrayList<>();
        for (String region : List.of("east", "north", "west")) {
            if (text.contains(region)) {
                hit.add(region);
            }
        }
        assertThat(hit).as(text).hasSize(1);
        return hit.get(0);
    }
}
