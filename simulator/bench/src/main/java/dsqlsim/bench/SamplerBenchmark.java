package dsqlsim.bench;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.DistributionParser;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Zipf;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds per draw. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SamplerBenchmark {
    private final Distribution exponential = DistributionParser.parse("exponential(1ms)");
    private final Distribution lognormal = DistributionParser.parse("lognormal(p50 11.5ms, p99 14.4ms)");
    private final Distribution mix = DistributionParser.parse("mix(91% pareto(0.235ms, 10), 9% exponential(1.66ms))");
    private final Zipf table = Zipf.of(100_000, 0.99);
    private final Zipf noTable = Zipf.of(10_000_000, 0.99);
    private long draws;

    @Benchmark
    public long keyAlone() {
        return next();
    }

    @Benchmark
    public long exponential() {
        return exponential.sample(next());
    }

    @Benchmark
    public long lognormal() {
        return lognormal.sample(next());
    }

    @Benchmark
    public long mix() {
        return mix.sample(next());
    }

    @Benchmark
    public long zipfOfHundredThousand() {
        return table.rank(next());
    }

    @Benchmark
    public long zipfOfTenMillion() {
        return noTable.rank(next());
    }

    private long next() {
        return Randomness.key(42, draws++);
    }
}
