package dsqlsim.fault;

import dsqlsim.txn.Outcome;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.List;
import java.util.Locale;

/** A share of commits is refused though nothing conflicts, on a deterministic schedule. */
public record Conflict(double share, Outcome outcome) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> {
            double share = fields.field("share", "of commits").value(Shape.SHARE);
            String code = fields.optional("code", "OC000: data conflict; OC001: the catalog changed")
                    .or("OC000", Shape.word(List.of("OC000", "OC001")));
            return new Conflict(share, code.equals("OC000") ? Outcome.ABORTED_OCC_DATA : Outcome.ABORTED_OCC_CATALOG);
        });
    }

    @Override
    public Healing begin(Stage stage) {
        Object handle = stage.conflicts(share, outcome);
        return () -> stage.heal(handle);
    }

    @Override
    public Disruption disruption() {
        return Disruption.APPLICATION;
    }

    @Override
    public String describe() {
        return String.format(Locale.ROOT, "%.3g %% of commits refused, %s", share * 100, outcome.label());
    }
}
