package dsqlsim.architecture.dsql;

import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.world.Geography;
import java.util.List;
import java.util.Map;

/** Entries for tests of parts that hold them: of shard 0 of 1, with the time and sequence asked for. */
final class Rows {
    private static final int[] NONE = {};

    private Rows() {}

    static Layout layout(Map<String, String> overrides) {
        Settings settings = Settings.of(Preset.AWS, false, overrides);
        Geography geography = new Geography(List.of(new Geography.Region("east", List.of("a", "b", "c"))), -1);
        return new Layout(geography, new Config(settings, false, false), 1, 1);
    }

    static Entry entry(long epoch, long sequence, long timestamp, int... rows) {
        return new Entry(0, epoch, sequence, timestamp, 1000 * epoch + sequence, rows, NONE, 1, layout(Map.of()));
    }
}
