package dsqlsim.run;

import static dsqlsim.run.Told.ONE_REGION;
import static dsqlsim.run.Told.run;
import static dsqlsim.run.Told.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.RunResult;
import org.junit.jupiter.api.Test;

/** A zone's pool of query processors works on so many statements at once; what comes on top waits, and may wait ever longer. */
class QueryProcessorCapacityTest {
    /** About 100 transactions a second and zone, of two or three pieces of work of 20 ms: five or six are busy on average. */
    private static RunResult with(String capacity) {
        return safe(run(
                ONE_REGION,
                "settings.query-processor.capacity=" + capacity,
                "settings.query-processor.statement-time=20ms",
                "workload.orders.arrivals=300/s"));
    }

    @Test
    void enoughOfThemMakeNoDifference() {
        assertThat(with("1000").run().fingerprint())
                .isEqualTo(with("unlimited").run().fingerprint());
    }

    @Test
    void someMakeStatementsWait() {
        assertThat(statement(with("6"))).isGreaterThan(1.05 * statement(with("unlimited")));
        assertThat(with("6").workloads().get(0).availability()).isGreaterThan(0.99);
    }

    @Test
    void tooFewAreOverloaded() {
        RunResult overloaded = with("3");
        assertThat(overloaded.workloads().get(0).availability()).isLessThan(0.5);
        assertThat(overloaded.workloads().get(0).attempts().failed().timeout()).isPositive();
    }

    private static double statement(RunResult result) {
        return result.workloads().get(0).latency().get("statement").mean();
    }
}
