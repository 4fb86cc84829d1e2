package dsqlsim.ledger;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Durations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The effective values of one run: the preset's, and over them the scenario's own. Asking for an id that is not in the
 * ledger, or as a kind that it is not, is a mistake of the program and throws.
 */
public final class Settings {
    private static final String ELECTION_TIMEOUT = "adjudicator.election-timeout";
    private static final String KEEPALIVE = "adjudicator.keepalive-interval";
    /** How many signs of life fit into the shortest election timeout, at least, unless a scenario says otherwise. */
    private static final int SIGNS_PER_TIMEOUT = 4;

    private final Map<String, Setting> settings = new LinkedHashMap<>();
    // Looked up, never iterated.
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** What was asked for; null where nobody wants to know. */
    private final Set<String> asked;

    private boolean closed;

    private Settings(Settings of) {
        settings.putAll(of.settings);
        values.putAll(of.values);
        asked = new LinkedHashSet<>();
    }

    private Settings(Preset preset, boolean multiRegion, Map<String, String> overrides) {
        asked = null;
        for (Assumption each : Ledger.all()) {
            String own = overrides.get(each.id());
            String text = own == null ? each.standard(preset, multiRegion) : own;
            settings.put(each.id(), new Setting(each, text, own != null));
            values.put(
                    each.id(),
                    each.value(text).orElseThrow(() -> new IllegalArgumentException(each.id() + ": " + text)));
        }
        beatOftenEnough();
    }

    /**
     * Standbys that are told to wait less must hear more often: a scenario that shortens the election timeout alone would else
     * have them stand between any two signs of a healthy leader's life.
     */
    private void beatOftenEnough() {
        long often = read(ELECTION_TIMEOUT, long[].class)[0] / SIGNS_PER_TIMEOUT;
        if (!overridden(KEEPALIVE) && often < nanos(KEEPALIVE)) {
            settings.put(
                    KEEPALIVE, new Setting(setting(KEEPALIVE).assumption(), Durations.format((double) often), false));
            values.put(KEEPALIVE, often);
        }
    }

    /** The values of a preset with some of them replaced; throws if an override is unknown or malformed. */
    public static Settings of(Preset preset, boolean multiRegion, Map<String, String> overrides) {
        for (Map.Entry<String, String> each : overrides.entrySet()) {
            Ledger.problem(each.getKey(), each.getValue()).ifPresent(problem -> {
                throw new IllegalArgumentException(each.getKey() + ": " + problem);
            });
        }
        return new Settings(preset, multiRegion, overrides);
    }

    /** The same values for one run, which remember what was asked for. */
    public Settings remembering() {
        return new Settings(this);
    }

    /**
     * Does something that must not ask for a value: which ones a run is made of is settled before its first event, whatever happens
     * in it.
     */
    public void unasked(Runnable doing) {
        closed = true;
        try {
            doing.run();
        } finally {
            closed = false;
        }
    }

    /** Whether a value was asked for since {@link #remembering}. */
    public boolean asked(String id) {
        return asked != null && asked.contains(id);
    }

    /** The same overrides over the values of another preset or topology. */
    public Settings under(Preset preset, boolean multiRegion) {
        Map<String, String> own = new LinkedHashMap<>();
        settings.values().stream()
                .filter(Setting::overridden)
                .forEach(each -> own.put(each.assumption().id(), each.text()));
        return new Settings(preset, multiRegion, own);
    }

    /** The distribution of durations of an id; one that is a plain duration is constant. */
    public Distribution distribution(String id) {
        return value(id) instanceof Long nanos ? Distribution.constant(nanos) : read(id, Distribution.class);
    }

    /** Nanoseconds of a duration; {@link Long#MAX_VALUE} for never and unlimited. */
    public long nanos(String id) {
        return read(id, Long.class);
    }

    /** Least and most nanoseconds of a range. */
    public long[] range(String id) {
        return read(id, long[].class).clone();
    }

    /** A number, share, factor, size in bytes, drift in ppm, or rate per second; infinite for unlimited. */
    public double number(String id) {
        return read(id, Double.class);
    }

    /** The text of any value as the scenario language writes it, and the word of a choice. */
    public String text(String id) {
        remember(id);
        return setting(id).text();
    }

    /** Whether the switch of an id is on. */
    public boolean on(String id) {
        return text(id).equals("on");
    }

    /** Whether the scenario set this id itself. */
    public boolean overridden(String id) {
        return setting(id).overridden();
    }

    /** Every value, in the ledger's order. */
    public List<Setting> all() {
        return new ArrayList<>(settings.values());
    }

    private <T> T read(String id, Class<T> type) {
        Object value = value(id);
        if (!type.isInstance(value)) {
            throw new IllegalStateException(id + " is '" + text(id) + "', not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private void remember(String id) {
        if (closed) {
            throw new IllegalStateException(
                    id + " was asked for while events fire: nodes are told of constants when they are made");
        }
        if (asked != null) {
            asked.add(id);
        }
    }

    private Object value(String id) {
        remember(id);
        setting(id);
        return values.get(id);
    }

    private Setting setting(String id) {
        Setting setting = settings.get(id);
        if (setting == null) {
            throw new IllegalArgumentException("the ledger has no '" + id + "'");
        }
        return setting;
    }
}
