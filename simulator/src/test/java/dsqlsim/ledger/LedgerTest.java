package dsqlsim.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void everyValueOfEveryEntryIsOneOfItsKind() {
        for (Assumption each : Ledger.all()) {
            for (Preset preset : Preset.values()) {
                assertThat(each.problem(each.standard(preset, false)))
                        .as(each.id())
                        .isEmpty();
                assertThat(each.problem(each.standard(preset, true)))
                        .as(each.id())
                        .isEmpty();
            }
            if (!each.low().isEmpty()) {
                assertThat(each.kind().parse(each.high()))
                        .as(each.id() + " " + each.high())
                        .isPresent();
            }
            assertThat(each.source()).as(each.id()).isNotEmpty();
        }
    }

    @Test
    void presetsDifferByRegionsAndLaboratory() {
        Settings single = Settings.of(Preset.AWS, false, Map.of());
        Settings multi = Settings.of(Preset.AWS, true, Map.of());
        Settings ideal = Settings.of(Preset.IDEAL, true, Map.of());
        assertThat(single.nanos("adjudicator.lease")).isEqualTo(60_000_000L);
        assertThat(multi.nanos("adjudicator.lease")).isEqualTo(500_000_000L);
        assertThat(ideal.nanos("adjudicator.lease")).isEqualTo(10_000_000_000L);
        assertThat(ideal.range("adjudicator.election-timeout")).containsExactly(200_000_000L, 400_000_000L);
        assertThat(ideal.nanos("query-processor.read-timeout")).isEqualTo(Long.MAX_VALUE);
        assertThat(ideal.number("router.max-connections")).isInfinite();
        assertThat(ideal.distribution("network.tail").isZero()).isTrue();
        assertThat(single.number("journal.catch-up-rate")).isEqualTo(5);
        assertThat(single.number("limits.bytes")).isEqualTo(10 * 1024 * 1024);
        assertThat(single.text("adjudicator.lead")).isEqualTo("auto");
        assertThat(single.on("adjudicator.fencing")).isTrue();
    }

    @Test
    void overridesReplaceAndAreRemembered() {
        Settings settings =
                Settings.of(Preset.AWS, false, Map.of("adjudicator.lead", "2ms", "membership.detect", "1s"));
        assertThat(settings.nanos("adjudicator.lead")).isEqualTo(2_000_000L);
        assertThat(settings.overridden("membership.detect")).isTrue();
        assertThat(settings.overridden("membership.heartbeat")).isFalse();
        assertThat(settings.all()).hasSameSizeAs(Ledger.all());
    }

    @Test
    void aRunMayNotAskForValuesWhileEventsFire() {
        Settings settings = Settings.of(Preset.AWS, false, Map.of()).remembering();
        assertThatThrownBy(() -> settings.unasked(() -> settings.nanos("adjudicator.lease")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("adjudicator.lease was asked for while events fire");
        assertThat(settings.asked("adjudicator.lease")).isFalse();
        settings.nanos("adjudicator.lease");
        assertThat(settings.asked("adjudicator.lease")).isTrue();
    }

    @Test
    void aShorterElectionTimeoutAloneMakesLeadersBeatMoreOften() {
        String interval = "adjudicator.keepalive-interval";
        Map<String, String> shorter = Map.of("adjudicator.election-timeout", "30ms..60ms");
        assertThat(Settings.of(Preset.AWS, true, Map.of()).nanos(interval)).isEqualTo(50_000_000L);
        assertThat(Settings.of(Preset.AWS, true, shorter).nanos(interval)).isEqualTo(7_500_000L);
        assertThat(Settings.of(Preset.AWS, true, shorter).text(interval)).isEqualTo("7.5ms");
        assertThat(Settings.of(Preset.AWS, false, shorter).nanos(interval)).isEqualTo(5_000_000L);
        Map<String, String> both = Map.of("adjudicator.election-timeout", "30ms..60ms", interval, "50ms");
        assertThat(Settings.of(Preset.AWS, true, both).nanos(interval)).isEqualTo(50_000_000L);
    }

    @Test
    void wrongSettingsSayWhatWasExpected() {
        assertThat(Ledger.problem("adjudicator.leese", "1s"))
                .contains("unknown setting 'adjudicator.leese'; did you mean 'adjudicator.lease'?");
        assertThat(Ledger.problem("adjudicator.lease", "60")).contains("expected a duration such as '20ms', not '60'");
        assertThat(Ledger.problem("journal.head", "leadr"))
                .contains("expected one of leader, remote, not 'leadr'; did you mean 'leader'?");
        assertThatThrownBy(() -> Settings.of(Preset.AWS, false, Map.of("x", "1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundTripsAreFoundInEitherOrder() {
        assertThat(RegionLatency.between("us-west-2", "us-east-1"))
                .get()
                .extracting(RegionLatency::p50Nanos)
                .isEqualTo(62_400_000L);
        assertThat(RegionLatency.between("us-east-1", "mars-1")).isEmpty();
    }
}
