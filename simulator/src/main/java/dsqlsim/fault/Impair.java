package dsqlsim.fault;

import dsqlsim.kernel.Distribution;
import dsqlsim.ledger.Shapes;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Links get slower, lossy or unreliable. */
public record Impair(List<Target> side, List<Target> other, Impairment impairment) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> {
            Sides sides = Sides.parse(fields, scene);
            Impairment impairment = new Impairment(
                    fields.optional("delay", "added to each message").or(Distribution.ZERO, Shapes.DISTRIBUTION),
                    fields.optional("jitter", "added to each message as well, drawn anew")
                            .or(Distribution.ZERO, Shapes.DISTRIBUTION),
                    fields.optional("loss", "of packets; each is a delay, as with TCP")
                            .or(0.0, Shape.SHARE),
                    fields.optional("duplicate", "of packets").or(0.0, Shape.SHARE),
                    fields.optional("share", "of the flows that are hit").or(1.0, Shape.SHARE),
                    fields.optional("datagrams", "raw loss, duplication and reordering instead of TCP")
                            .or(false, Shape.SWITCH));
            return new Impair(sides.side(), sides.other(), impairment);
        });
    }

    @Override
    public Healing begin(Stage stage) {
        Object handle = stage.impair(side, other, impairment);
        return () -> stage.heal(handle);
    }

    @Override
    public Disruption disruption() {
        return new Sides(side, other).disruption();
    }

    @Override
    public List<Target> targets() {
        return new Sides(side, other).all();
    }

    @Override
    public String describe() {
        String between = other == null ? Target.list(side) : Target.list(side) + " to " + Target.list(other);
        List<String> how = new ArrayList<>();
        if (!impairment.delay().isZero()) {
            how.add("delay " + impairment.delay());
        }
        if (!impairment.jitter().isZero()) {
            how.add("jitter " + impairment.jitter());
        }
        if (impairment.loss() > 0) {
            how.add(String.format(Locale.ROOT, "loss %.3g %%", impairment.loss() * 100));
        }
        if (impairment.duplicate() > 0) {
            how.add(String.format(Locale.ROOT, "duplicates %.3g %%", impairment.duplicate() * 100));
        }
        if (impairment.share() < 1) {
            how.add(String.format(Locale.ROOT, "%.3g %% of flows", impairment.share() * 100));
        }
        return between + ": " + String.join(", ", how) + (impairment.datagrams() ? ", as datagrams" : "");
    }
}
