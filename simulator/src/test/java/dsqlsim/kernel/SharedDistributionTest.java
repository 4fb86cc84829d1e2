package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Replications share their scenario, so its distributions too. */
class SharedDistributionTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 300;

    @Test
    void drawsAreTheSameWhoeverElseDraws() throws Exception {
        long alone = sum(new Lognormal(1e6, 0.5));
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                for (Future<Long> sum : drawTogether(pool, new Lognormal(1e6, 0.5))) {
                    assertThat(sum.get()).isEqualTo(alone);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Future<Long>> drawTogether(ExecutorService pool, Distribution fresh) {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        Callable<Long> draw = () -> {
            together.await();
            return sum(fresh);
        };
        List<Future<Long>> sums = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            sums.add(pool.submit(draw));
        }
        return sums;
    }

    private static long sum(Distribution distribution) {
        long sum = 0;
        for (int key = 0; key < 500; key++) {
            sum += distribution.sample(Randomness.mix(key));
        }
        return sum;
    }
}
