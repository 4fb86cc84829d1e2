package dsqlsim.run;

import dsqlsim.kernel.EventListener;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Two executions side by side, on two threads: the leader hands blocks of its events to the follower, which compares each with
 * its own. So the first difference is found while it happens, even one that would not happen again, and in bounded memory.
 */
final class Lockstep {
    private static final int BLOCK = 1 << 15;
    private static final int BLOCKS_AHEAD = 8;

    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD);

    /** Some events of the leader, in order; the last block says that there are no more. */
    private static final class Block {
        private final long[] time = new long[BLOCK];
        private final int[] kind = new int[BLOCK];
        private final int[] node = new int[BLOCK];
        private int size;
        private boolean last;
    }

    /** Listens to one execution, and hands on what it hears. To be closed when that is over, however it ended. */
    final class Leader implements EventListener, AutoCloseable {
        private Block block = new Block();

        @Override
        public void fired(long number, long timeNanos, int kind, int node) {
            if (block.size == BLOCK) {
                hand();
            }
            block.time[block.size] = timeNanos;
            block.kind[block.size] = kind;
            block.node[block.size++] = node;
        }

        @Override
        public void close() {
            block.last = true;
            hand();
        }

        private void hand() {
            try {
                blocks.put(block);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while comparing two runs", e);
            }
            block = new Block();
        }
    }

    /** Listens to the other execution, and compares. To be closed when that is over, however it ended. */
    final class Follower implements EventListener, AutoCloseable {
        private Block block;
        private int position;
        private long count;
        private Difference difference;

        @Override
        public void fired(long number, long timeNanos, int kind, int node) {
            count = number;
            if (difference != null) {
                return;
            }
            if (!advance()) {
                difference = new Difference(number, null, new Difference.Occurred(timeNanos, kind, node));
            } else if (block.time[position] != timeNanos
                    || block.kind[position] != kind
                    || block.node[position] != node) {
                difference = new Difference(number, there(), new Difference.Occurred(timeNanos, kind, node));
            }
            position++;
        }

        /** Goes to the leader's next event; whether there is one. */
        private boolean advance() {
            while (block == null || position == block.size) {
                if (block != null && block.last) {
                    return false;
                }
                block = take();
                position = 0;
            }
            return true;
        }

        private Block take() {
            try {
                return blocks.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while comparing two runs", e);
            }
        }

        private Difference.Occurred there() {
            return new Difference.Occurred(block.time[position], block.kind[position], block.node[position]);
        }

        /** Lets the leader finish. */
        @Override
        public void close() {
            if (difference == null && advance()) {
                difference = new Difference(count + 1, there(), null);
            }
            while (!(block != null && block.last)) {
                block = take();
            }
        }

        /** The first difference, or null; once both are over. */
        Difference difference() {
            return difference;
        }
    }
}
