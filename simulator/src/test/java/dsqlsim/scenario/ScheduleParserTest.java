package dsqlsim.scenario;

import static dsqlsim.scenario.Scenarios.problems;
import static dsqlsim.scenario.Scenarios.read;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.workload.ArrivalsSpec;
import dsqlsim.workload.WorkloadSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleParserTest {
    @Test
    void aScheduleIsReadInTheOrderOfTime() throws InvalidScenario {
        WorkloadSpec workload = read("""
                dsqlsim: 1
                duration: 3s
                workload:
                  - name: two
                    schedule:
                      - {at: 1.0005s, reads: [3], writes: [4, 7], for-update: 1}
                      - {at: 1s, name: early, writes: [4], work: 5ms}
                    keys: {space: 10}
                """).workloads().get(0);
        ArrivalsSpec.Schedule schedule = (ArrivalsSpec.Schedule) workload.arrivals();
        assertThat(schedule.transactions())
                .extracting(ArrivalsSpec.Scheduled::atNanos)
                .containsExactly(1_000_000_000L, 1_000_500_000L);
        assertThat(schedule.transactions())
                .extracting(ArrivalsSpec.Scheduled::rows)
                .containsExactly(List.of(4), List.of(3, 4, 7));
        assertThat(workload.transactions()).isEqualTo(schedule.specs());
        assertThat(workload.transactions().get(0).name()).isEqualTo("early");
        assertThat(workload.transactions().get(1).reads()).isEqualTo(1);
    }

    @Test
    void everyMistakeIsAProblemInItsPlace() {
        assertThat(problems("""
                dsqlsim: 1
                duration: 3s
                workload:
                  - name: two
                    schedule:
                      - {at: 1, reads: [3], writes: [3], four-update: 1}
                      - {at: 2s}
                    transactions: {writes: 1}
                  - {name: none, schedule: []}
                  - {name: far, schedule: [{at: 1s, writes: [10]}], keys: {space: 10}}
                  - {name: neither, arrivals: 3/s}
                """))
                .containsExactly(
                        "case.yaml:6:9: schedule: transaction 'transaction-1' names a row twice; what is written is read anyway",
                        "case.yaml:6:14: at: expected a duration such as '20ms' or '5m', not '1'",
                        "case.yaml:6:42: unknown field 'four-update'; did you mean 'for-update'?",
                        "case.yaml:7:9: schedule: transaction transaction-1 needs a weight, rows and statements",
                        "case.yaml:8:19: transactions: a schedule states itself what its transactions do",
                        "case.yaml:9:28: schedule: between 1 and 1000000 scheduled transactions, not 0",
                        "case.yaml:10:5: workload: transaction 'transaction-1' names row 10, and the rows of the space are 0 to 9",
                        "case.yaml:11:5: workload: 'transactions' is missing");
    }
}
