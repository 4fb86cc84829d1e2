package dsqlsim.fault;

import dsqlsim.kernel.Durations;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Clocks of nodes go wrong; all but a lie keep true time inside their bound. */
public record ClockFault(List<Target> targets, Wrong wrong) implements Action {
    /** What is wrong with a clock. */
    public sealed interface Wrong {
        /** In a few words. */
        String describe();
    }

    /** Not synchronised any more: the bound widens. */
    public record LoseSync() implements Wrong {
        @Override
        public String describe() {
            return "synchronisation lost";
        }
    }

    /** Drifts by so many parts per million more. */
    public record Drift(double ppm) implements Wrong {
        @Override
        public String describe() {
            return "drift " + ppm + "ppm";
        }
    }

    /** Jumps once. */
    public record Step(long nanos) implements Wrong {
        @Override
        public String describe() {
            return "step " + Durations.format((double) nanos);
        }
    }

    /** Gives no usable bound, as after a live migration. */
    public record Disrupt() implements Wrong {
        @Override
        public String describe() {
            return "disrupted";
        }
    }

    /** Off by so many nanoseconds, and its bound does not say so. */
    public record Lie(long nanos) implements Wrong {
        @Override
        public String describe() {
            return "lies by " + Durations.format((double) nanos);
        }
    }

    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> new ClockFault(
                Targets.among(fields, scene), fields.exactlyOne("thing that is wrong with a clock", wrongs())));
    }

    private static Map<String, Cursor.Alternative<Wrong>> wrongs() {
        Map<String, Cursor.Alternative<Wrong>> wrongs = new LinkedHashMap<>();
        wrongs.put("lose-sync", flag("not synchronised any more: the bound widens", new LoseSync()));
        wrongs.put("drift", new Cursor.Alternative<>("added drift", yaml -> new Drift(yaml.value(Shape.PPM))));
        wrongs.put("step", new Cursor.Alternative<>("a jump", yaml -> new Step(yaml.value(Shape.OFFSET))));
        wrongs.put("disrupt", flag("no usable bound, as after a live migration", new Disrupt()));
        wrongs.put(
                "lie",
                new Cursor.Alternative<>(
                        "an offset that the bound does not cover", yaml -> new Lie(yaml.value(Shape.OFFSET))));
        return wrongs;
    }

    private static Cursor.Alternative<Wrong> flag(String meaning, Wrong wrong) {
        return new Cursor.Alternative<>(meaning, yaml -> {
            if (!yaml.value(Shape.SWITCH)) {
                yaml.reject("expected 'true'");
            }
            return wrong;
        });
    }

    @Override
    public Healing begin(Stage stage) {
        if (wrong instanceof LoseSync) {
            return Nodes.each(stage, targets, stage::loseSync, stage::regainSync);
        }
        if (wrong instanceof Drift drift) {
            return Nodes.each(stage, targets, n -> stage.drift(n, drift.ppm), n -> stage.undrift(n, drift.ppm));
        }
        if (wrong instanceof Step step) {
            IntConsumer untilSync = node -> {}; // The next synchronisation corrects it, not the end of the fault.
            return Nodes.each(stage, targets, n -> stage.step(n, step.nanos), untilSync);
        }
        if (wrong instanceof Lie lie) {
            return Nodes.each(stage, targets, n -> stage.lie(n, lie.nanos), n -> stage.unlie(n, lie.nanos));
        }
        return Nodes.each(stage, targets, stage::disrupt, stage::undisrupt);
    }

    @Override
    public Disruption disruption() {
        return Disruption.INFRASTRUCTURE;
    }

    @Override
    public String describe() {
        return Target.list(targets) + ": " + wrong.describe();
    }
}
