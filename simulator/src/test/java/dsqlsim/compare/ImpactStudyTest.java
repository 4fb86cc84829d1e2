package dsqlsim.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.Impact;
import dsqlsim.report.ImpactTerminal;
import dsqlsim.report.ResultJson;
import dsqlsim.run.Options;
import dsqlsim.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpactStudyTest {
    private static final String LATENCY = "latency.statement.p50";

    @Test
    void theWidestSwingIsOnTopAndBothEndsAreTold() throws InterruptedException {
        Impact impact = study("query-processor.statement-time", 1);
        Impact.Tornado tornado = impact.metrics().get(0);
        assertThat(tornado.entries().get(0).id()).isEqualTo("query-processor.statement-time");
        Impact.Bar bar = tornado.entries().get(0);
        assertThat(bar.low().value()).isLessThan(impact.base().get(LATENCY));
        assertThat(bar.high().value()).isGreaterThan(impact.base().get(LATENCY));
        assertThat(bar.swing()).isEqualTo(bar.high().value() - bar.low().value());
        assertThat(tornado.entries()).extracting(Impact.Bar::swing).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /** The same draws everywhere: an entry that has no say in something changes nothing of it at all. */
    @Test
    void whatHasNoSayHasNoSwing() throws InterruptedException {
        Impact impact = study("membership.stable-time", 1);
        assertThat(impact.metrics().get(0).entries())
                .singleElement()
                .satisfies(each -> assertThat(each.swing()).isZero());
    }

    @Test
    void anEndThatTheTopologyForbidsIsNamed() throws InterruptedException {
        Impact impact = study("adjudicator.lease", 1);
        assertThat(impact.refused()).extracting(Impact.Refused::id).contains("adjudicator.lease");
        Impact.Bar lease = impact.metrics().get(0).entries().stream()
                .filter(each -> each.id().equals("adjudicator.lease"))
                .findFirst()
                .orElseThrow();
        assertThat(lease.low().value()).isEqualTo(impact.base().get(LATENCY));
        assertThat(ImpactTerminal.render(impact, false, 120)).contains("Not tried: adjudicator.lease at 20ms");
    }

    @Test
    void threadsNeverShow() throws InterruptedException {
        assertThat(ResultJson.text(study("journal.", 1))).isEqualTo(ResultJson.text(study("journal.", 2)));
    }

    private static Impact study(String prefix, int threads) throws InterruptedException {
        Scenario scenario = Tiny.scenario("duration=2500ms", "faults.storm.at=1s", "faults.crash.at=1s");
        return new ImpactStudy(scenario, 1, 1, List.of(LATENCY, "rto"), Options.STANDARD.withoutChecks())
                .run(prefix, threads, null);
    }
}
