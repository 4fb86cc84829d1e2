package dsqlsim.trace;

import dsqlsim.world.Message;
import dsqlsim.world.Subject;
import dsqlsim.world.World;
import java.util.HashMap;
import java.util.Map;

/** Follows messages from where they are sent to what becomes of them. */
abstract class Following implements Tracer {
    final Subject subject = new Subject();
    // Looked up, never iterated.
    private final Map<Message<?>, Hop> underWay = new HashMap<>();
    World world;
    Labels labels;

    @Override
    public final void attach(World to, Labels called) {
        world = to;
        labels = called;
    }

    final void follow(Message<?> message, Hop hop) {
        underWay.put(message, hop);
    }

    @Override
    public final void held(Message<?> message) {
        Hop hop = underWay.get(message);
        if (hop != null && hop.heldAt < 0) {
            hop.heldAt = world.now();
        }
    }

    @Override
    public final void lost(Message<?> message) {
        Hop hop = underWay.remove(message);
        if (hop != null) {
            hop.lostAt = world.now();
        }
    }

    @Override
    public final void delivered(Message<?> message) {
        Hop hop = underWay.remove(message);
        if (hop != null) {
            hop.arrive(world.now());
        }
    }
}
