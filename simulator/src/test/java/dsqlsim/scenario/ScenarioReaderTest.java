package dsqlsim.scenario;

import static dsqlsim.scenario.Scenarios.PAGE;
import static dsqlsim.scenario.Scenarios.SHORT;
import static dsqlsim.scenario.Scenarios.read;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.fault.Partition;
import dsqlsim.ledger.Preset;
import dsqlsim.workload.ArrivalsSpec;
import dsqlsim.workload.KeysSpec;
import dsqlsim.workload.WorkloadSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {
    @Test
    void theExampleOfTheLanguagePageIsRead() throws InvalidScenario {
        Scenario scenario = read(PAGE);
        assertThat(scenario.durationNanos()).isEqualTo(300_000_000_000L);
        assertThat(scenario.topology().zones("us-east-2")).containsExactly("us-east-2a", "us-east-2b", "us-east-2c");
        assertThat(scenario.workloads()).singleElement().satisfies(workload -> {
            assertThat(workload.arrivals()).isEqualTo(new ArrivalsSpec.Open(300));
            assertThat(workload.transactions()).hasSize(2);
            assertThat(workload.keys()).isEqualTo(KeysSpec.zipf("main", 1_000_000, 0.9));
            assertThat(workload.routing().failover()).containsExactly("us-east-2");
        });
        assertThat(scenario.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.id()).isEqualTo("ohio-cut-off");
            assertThat(fault.disruption().label()).isEqualTo("region");
            assertThat(fault.action()).isInstanceOf(Partition.class);
        });
        assertThat(scenario.sweep().vary().get("workload.virginia-orders.arrivals"))
                .hasSize(3);
        assertThat(scenario.settings().overridden("adjudicator.election-timeout"))
                .isTrue();
    }

    @Test
    void expectationsKeepTheirPlaceAndTheirNumbers() throws InvalidScenario {
        Scenario scenario = read(PAGE);
        assertThat(scenario.expectations()).hasSize(5);
        assertThat(scenario.expectations().get(1).value()).isEqualTo(15);
        assertThat(scenario.expectations().get(1).arguments()).containsExactly("us-east-1", "write");
        assertThat(scenario.expectations().get(2).value()).isEqualTo(0.99);
        assertThat(scenario.expectations().get(2).phase()).isEqualTo("ohio-cut-off");
        assertThat(scenario.expectations().get(0).line()).isEqualTo(33);
    }

    @Test
    void aShortScenarioIsFilledWithDefaults() throws InvalidScenario {
        Scenario scenario = read(SHORT);
        assertThat(scenario.name()).isEqualTo("case");
        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.topology().architecture()).isEqualTo("dsql-single-region");
        assertThat(scenario.topology().shards()).isEqualTo(1);
        assertThat(scenario.preset()).isEqualTo(Preset.AWS);
        assertThat(scenario.isolation()).isEqualTo(Isolation.SNAPSHOT);
        assertThat(scenario.repeat()).isEqualTo(1);
    }

    @Test
    void aLaboratorySetsItsOwnLinksClocksAndEnd() throws InvalidScenario {
        Scenario scenario = read("""
                dsqlsim: 1
                preset: ideal
                stop: {attempts: 400000}
                isolation: serializable
                repeat: 1000
                topology:
                  architecture: dsql-single-region
                  regions: {us-east-1: {zones: 5}}
                network: {zone: 1ms, adjudicator - storage: 0.5ms, query-processor - storage: exponential(0.25ms)}
                clocks:
                  - {role: query-processor, region: us-east-1, offset: -10ms, bound: 0ms, drift: 0ppm}
                  - {bound: {base: 1ms, growth: 200us/s, every: 30s}}
                workload:
                  - clients: {count: 64, think: 50ms}
                    transactions: {writes: 1, blind: true}
                    retry: none
                  - clients: 3
                    transactions: [{reads: 2, for-update: 1, work: exponential(20ms)}]
                    retry: {attempts: unlimited, delay: exponential(1s), token-bucket: {capacity: 10, refill: 1/s}}
                settings:
                  journal.replicas: 5
                  journal.quorum: 3
                """);
        assertThat(scenario.durationNanos()).isEqualTo(Scenario.UNBOUNDED);
        assertThat(scenario.stopAttempts()).isEqualTo(400_000);
        assertThat(scenario.network()).hasSize(3);
        assertThat(scenario.clocks().get(1).bound().growthPpm()).isEqualTo(200);
        assertThat(scenario.clocks().get(0).offsetNanos()).isEqualTo(-10_000_000L);
        assertThat(scenario.workloads()).extracting(WorkloadSpec::name).containsExactly("workload-1", "workload-2");
        assertThat(scenario.settings().number("journal.replicas")).isEqualTo(5);
    }

    @Test
    void anOverrideOfALinkGoesBeforeWhatTheFileSaysOfIt() throws InvalidScenario {
        String text = SHORT + "network: {zone: 1ms}\n";
        for (String override : List.of("network.zone=7ms", "settings.network.zone=7ms")) {
            Scenario scenario = ScenarioReader.read("case.yaml", text, List.of(override));
            assertThat(scenario.network().get(0).delay().median()).isEqualTo(7_000_000);
        }
        assertThat(ScenarioReader.read("case.yaml", SHORT, List.of("network.zone=7ms"))
                        .network())
                .isEmpty();
    }
}
