package dsqlsim.scenario;

import dsqlsim.workload.KeysSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.List;
import java.util.Locale;

/** Reads {@code keys}. */
final class KeysParser {
    private static final int SPACE_MAX = 100_000_000;

    private KeysParser() {}

    static KeysSpec parse(Cursor yaml) {
        return yaml.record(fields -> {
            String table = fields.optional("table", "workloads that name one table share its rows")
                    .or(KeysSpec.DEFAULT.table(), Shape.NAME);
            int space = fields.optional("space", "rows of the table")
                    .or((long) KeysSpec.DEFAULT.space(), Shape.integer(1, SPACE_MAX))
                    .intValue();
            String law = fields.optional("distribution", "the law of a draw; uniform if left out")
                    .or("uniform", Shape.word(List.of("uniform", "zipf", "hotspot")));
            Cursor skew = fields.optional("skew", "zipf: rank r has weight 1 / r^skew");
            Cursor hotShare = fields.optional("hot-share", "hotspot: so much of the draws");
            Cursor hotKeys = fields.optional("hot-keys", "hotspot: falls on so many rows");
            onlyFor("zipf", law, skew);
            onlyFor("hotspot", law, hotShare, hotKeys);
            double skewed = skew.or(KeysSpec.DEFAULT_SKEW, Shape.number(0, 10));
            double share = hotShare.or(KeysSpec.DEFAULT_HOT_SHARE, Shape.SHARE);
            long usualHot = Math.max(1, (long) (space * KeysSpec.DEFAULT_HOT_FRACTION));
            int hot = hotKeys.or(usualHot, Shape.integer(1, SPACE_MAX)).intValue();
            if (hot > space) {
                hotKeys.reject("expected at most the " + space + " rows of the space, not " + hot);
                hot = space;
            }
            return switch (law.toLowerCase(Locale.ROOT)) {
                case "zipf" -> KeysSpec.zipf(table, space, skewed);
                case "hotspot" -> KeysSpec.hotspot(table, space, share, hot);
                default -> KeysSpec.uniform(table, space);
            };
        });
    }

    private static void onlyFor(String law, String given, Cursor... fields) {
        for (Cursor field : fields) {
            if (field.present() && !given.equals(law)) {
                field.reject("means something only with 'distribution: " + law + "'");
            }
        }
    }
}
