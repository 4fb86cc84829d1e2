package dsqlsim.bench;

import dsqlsim.report.RunResult;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Simulated transactions per second of the whole multi-region model, with and without the safety checks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
public class ModelBenchmark {
    /** 1,000 transactions a second for 30 simulated seconds. */
    private static final int TRANSACTIONS = 30_000;

    @Param({"true", "false"})
    public boolean checks;

    private Scenario scenario;

    @Setup
    public void read() throws IOException, InvalidScenario {
        try (InputStream file = ModelBenchmark.class.getResourceAsStream("model.yaml")) {
            scenario = ScenarioReader.read(
                    "model.yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8), List.of());
        }
    }

    @Benchmark
    @OperationsPerInvocation(TRANSACTIONS)
    public RunResult run() {
        Options options = checks ? Options.STANDARD : Options.STANDARD.withoutChecks();
        return Experiment.run(
                scenario,
                Architectures.find(scenario.topology().architecture()).orElseThrow(),
                scenario.seed(),
                options);
    }
}
