package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Links between two sides are cut, though every node keeps running. */
public record Partition(List<Target> side, List<Target> other, Direction direction, boolean clients) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> {
            Sides sides = Sides.parse(fields, scene);
            String direction = fields.optional("direction", "seen from the first side")
                    .or(
                            "both",
                            Shape.word(Arrays.stream(Direction.values())
                                    .map(Direction::label)
                                    .toList()));
            boolean clients = fields.optional("clients", "whether clients are cut off from the endpoints, too")
                    .or(false, Shape.SWITCH);
            return new Partition(
                    sides.side(), sides.other(), Direction.valueOf(direction.toUpperCase(Locale.ROOT)), clients);
        });
    }

    @Override
    public Healing begin(Stage stage) {
        Object cut = stage.cut(side, other, direction, clients);
        return () -> stage.heal(cut);
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
        String from = other == null ? " cut off" : " cut off from " + Target.list(other);
        String way = direction == Direction.BOTH ? "" : ", " + direction.label() + " only";
        return Target.list(side) + from + way + (clients ? ", clients too" : "");
    }
}
