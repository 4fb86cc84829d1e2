package dsqlsim.bench;

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

/** Nanoseconds per event of PHOLD, on the kernel and on a priority queue. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QueueBenchmark {
    private static final int EVENTS = 100_000;

    @Param({"64", "1000", "10000", "100000"})
    public int inFlight;

    private PholdModel kernel;
    private PriorityQueuePhold priorityQueue;

    @Setup
    public void fill() {
        kernel = new PholdModel(inFlight);
        priorityQueue = new PriorityQueuePhold(inFlight);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long kernel() {
        return kernel.run(EVENTS);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long priorityQueue() {
        return priorityQueue.run(EVENTS);
    }
}
