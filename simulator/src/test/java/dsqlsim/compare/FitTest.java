package dsqlsim.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.scenario.Scenario;
import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void aDesignForOneRegionLivesInTheFirst() {
        Fit fit = Tiny.fit(Tiny.scenario(), "dsql-single-region");
        assertThat(fit.fits()).isTrue();
        assertThat(fit.scenario().workloads()).allSatisfy(each -> {
            assertThat(each.routing().home()).isEqualTo("us-east-1");
            assertThat(each.routing().failover()).isEmpty();
        });
        assertThat(fit.changes()).anySatisfy(each -> assertThat(each).contains("lives in us-east-1"));
        assertThat(fit.scenario().settings().text("adjudicator.lease"))
                .as("constants are those of one region")
                .isNotEqualTo(Tiny.scenario().settings().text("adjudicator.lease"));
    }

    @Test
    void whatAScenarioSetsItselfStaysSet() {
        Scenario scenario = Tiny.scenario("membership.detect=1.5s");
        assertThat(Tiny.fit(scenario, "dsql-single-region")
                        .scenario()
                        .settings()
                        .text("membership.detect"))
                .isEqualTo("1.5s");
    }

    @Test
    void whoNeedsTwoRegionsDoesNotFitOne() {
        Scenario one = Tiny.read("""
                dsqlsim: 1
                duration: 1s
                topology: {regions: [us-east-1]}
                workload: [{name: a, region: us-east-1, arrivals: 1/s, transactions: [{name: t, writes: 1}]}]
                """);
        assertThat(Tiny.fit(one, "dsql-multi-region").reason()).isEqualTo("it needs 2 regions; the scenario has 1");
        assertThat(Tiny.fit(one, "dsql-single-region").fits()).isTrue();
    }

    @Test
    void aLeaseThatIsTooShortForTheOtherDesignIsARefusal() {
        Scenario one = Tiny.read("""
                dsqlsim: 1
                duration: 1s
                topology: {architecture: dsql-single-region, regions: [us-east-1]}
                workload: [{name: a, region: us-east-1, arrivals: 1/s, transactions: [{name: t, writes: 1}]}]
                settings: {adjudicator.lease: 60ms}
                """);
        assertThat(Tiny.fit(one, "dsql-single-region").fits()).isTrue();
        Scenario two = Tiny.scenario();
        Scenario shortLease = one.on(two.topology(), two.workloads(), true);
        assertThat(Tiny.fit(shortLease, "dsql-multi-region").reason()).contains("lease of 60ms is too short");
    }
}
