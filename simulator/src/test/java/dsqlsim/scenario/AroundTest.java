package dsqlsim.scenario;

import static dsqlsim.scenario.Scenarios.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.monitor.AlarmSpec;
import dsqlsim.monitor.MonitorSpec;
import dsqlsim.operation.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations, monitoring and names in a scenario file. */
class AroundTest {
    private static final String START = """
            dsqlsim: 1
            duration: 10m
            workload:
              - {name: w, arrivals: 1/s, transactions: {reads: 1}}
            """;

    @Test
    void everyMistakeOfOperationsHasItsPlace() {
        assertThat(problems(START + """
                operations:
                  - {at: 20m, create: us-east-1}
                  - {at: 5m, delete: us-east-9}
                  - {at: 1m, update: us-east-1}
                  - {at: 6m, peer: {region: us-east-1, with: us-east-1, wait-for: ACTIV}}
                  - {at: 6m, deletee: us-east-2}
                  - {at: 7m, create: us-east-2}
                  - {at: 8m, update: us-east-2}
                  - {at: 9m, create: us-east-2}
                """))
                .contains(
                        "case.yaml:6:10: at: the operation begins after the end of the run",
                        "case.yaml:7:22: delete: expected one of us-east-1, us-east-2, not 'us-east-9'; did you mean"
                                + " 'us-east-1'?",
                        "case.yaml:8:10: at: expected the operations in the order of time",
                        "case.yaml:9:46: with: expected another region",
                        "case.yaml:10:14: unknown operation 'deletee'; did you mean 'delete'?",
                        "case.yaml:13:5: operations: 'create us-east-2' comes after 'update us-east-2' of line 12");
    }

    @Test
    void everyMistakeOfMonitoringHasItsPlace() {
        assertThat(problems(START + """
                monitoring:
                  - {name: a, region: mars, every: 30s, probe: contrl-plane}
                  - {name: a, alarm: {period: 0s, breaching: 3 of 2, missing: breching}}
                  - {name: b, reaction: soon, action: {failover: us-east-2}, alram: {}}
                """))
                .containsExactly(
                        "case.yaml:6:23: region: expected one of us-east-1, us-east-2, not 'mars'",
                        "case.yaml:6:36: every: expected at least 1m: a schedule is no finer",
                        "case.yaml:6:48: probe: expected one of connect, read, control-plane, not 'contrl-plane'; did"
                                + " you mean 'control-plane'?",
                        "case.yaml:7:12: name: there are two monitors 'a'",
                        "case.yaml:7:31: period: expected a duration above 0 such as '20ms' or '5m', not '0s'",
                        "case.yaml:7:46: breaching: expected how many periods of how many, such as '2 of 3', not"
                                + " '3 of 2'",
                        "case.yaml:7:63: missing: expected one of missing, ignore, breaching, not-breaching, not"
                                + " 'breching'; did you mean 'breaching'?",
                        "case.yaml:8:25: reaction: expected '(' after 'soon', not the end",
                        "case.yaml:8:50: failover: expected fields with values, not a single value",
                        "case.yaml:8:62: unknown field 'alram'; did you mean 'alarm'?");
    }

    @Test
    void aPolicyIsOfNames() {
        assertThat(problems(START.replace("{reads: 1}}", "{reads: 1}, routing: {policy: latency}}")))
                .containsExactly("case.yaml:4:74: policy: means something only with 'by: dns'");
    }

    @Test
    void whatIsLeftOutIsInTheLedger() throws InvalidScenario {
        Around around = ScenarioReader.read("case.yaml", START + """
                settings: {monitoring.periods: 3}
                operations:
                  - {at: 2m, failover: {to: us-east-2}}
                monitoring:
                  - {watches: us-east-2, action: {take-out: us-east-2}}
                """, List.of()).around();
        assertThat(around.operations())
                .extracting(Step::toString)
                .singleElement()
                .asString()
                .contains("failover");
        MonitorSpec monitor = around.monitors().get(0);
        assertThat(monitor.region()).isEqualTo("us-east-1");
        assertThat(monitor.everyNanos()).isEqualTo(120_000_000_000L);
        assertThat(monitor.alarm().of()).isEqualTo(3);
        assertThat(monitor.alarm().breaching()).isEqualTo(2);
        assertThat(monitor.alarm().missing()).isEqualTo(AlarmSpec.Missing.MISSING);
        assertThat(monitor.alarmSeesMetric()).isTrue();
        assertThat(monitor.order()).hasToString("take-out us-east-2");
    }
}
