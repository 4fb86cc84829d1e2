package dsqlsim.world;

import dsqlsim.kernel.Event;
import java.util.Arrays;

/**
 * Messages that left one place for another at one instant and travel together, as coalesced heartbeats do: one event carries them
 * all. Each keeps its own sender, link and receiver, and meets on arrival what it would have met alone.
 */
final class Bundle extends Event {
    /** When these messages left; a bundle takes more only at that instant. */
    final long leftAt;

    final long arrival;
    private Message<?>[] messages = new Message<?>[4];
    private int count;
    private boolean arrived;

    Bundle(long leftAt, long arrival) {
        this.leftAt = leftAt;
        this.arrival = arrival;
    }

    void add(Message<?> message) {
        if (count == messages.length) {
            messages = Arrays.copyOf(messages, 2 * count);
        }
        messages[count++] = message;
    }

    /** Whether a message that leaves now can still come along. */
    boolean takes(long now) {
        return leftAt == now && !arrived;
    }

    /** Without any delay answers may come along, too. */
    @Override
    protected void fire() {
        for (int i = 0; i < count; i++) {
            messages[i].fire();
        }
        arrived = true;
    }

    @Override
    protected int kind() {
        return messages[0].kindNumber();
    }

    @Override
    protected int node() {
        return messages[0].node();
    }
}
