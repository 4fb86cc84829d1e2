package dsqlsim.trace;

import dsqlsim.world.Message;
import dsqlsim.world.Traffic;
import java.util.List;

/** Several who listen to the messages of a world, as one. */
public record Tracers(List<Tracer> all) implements Traffic {
    public Tracers {
        all = List.copyOf(all);
    }

    @Override
    public void sent(Message<?> message, long departAt) {
        all.forEach(each -> each.sent(message, departAt));
    }

    @Override
    public void held(Message<?> message) {
        all.forEach(each -> each.held(message));
    }

    @Override
    public void lost(Message<?> message) {
        all.forEach(each -> each.lost(message));
    }

    @Override
    public void delivered(Message<?> message) {
        all.forEach(each -> each.delivered(message));
    }
}
