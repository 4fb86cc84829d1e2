package dsqlsim.ledger;

import java.util.List;

/** An assumption being written down: what is known of it, in the order in which one would say it. */
final class Entry {
    private final String id;
    private final Kind kind;
    private String unit;
    private String awsSingle = "";
    private String awsMulti = "";
    private String ideal = "";
    private List<String> words = List.of();
    private String low = "";
    private String high = "";
    private String note = "";
    private String calibratedTo = "";

    private Entry(String id, Kind kind, String unit) {
        this.id = id;
        this.kind = kind;
        this.unit = unit;
    }

    static Entry entry(String id, Kind kind) {
        return new Entry(id, kind, unitOf(kind));
    }

    /** A text that is one of some words; the first is the value of both presets. */
    static Entry choice(String id, String... words) {
        return entry(id, Kind.CHOICE).words(words).aws(words[0]);
    }

    Entry aws(String both) {
        return aws(both, both);
    }

    Entry aws(String single, String multi) {
        awsSingle = single;
        awsMulti = multi;
        return this;
    }

    Entry ideal(String value) {
        ideal = value;
        return this;
    }

    Entry words(String... allowed) {
        words = List.of(allowed);
        return this;
    }

    Entry sweep(String from, String to) {
        low = from;
        high = to;
        return this;
    }

    /** Where the kind alone does not say it: a price. */
    Entry unit(String text) {
        unit = text;
        return this;
    }

    Entry note(String text) {
        note = text;
        return this;
    }

    Assumption documented(String source) {
        return because(Confidence.DOCUMENTED, source);
    }

    Assumption engineer(String source) {
        return because(Confidence.ENGINEER, source);
    }

    Assumption measured(String source) {
        return because(Confidence.MEASURED, source);
    }

    Assumption inferred(String source) {
        return because(Confidence.INFERRED, source);
    }

    /** Chosen so that the model meets figures of the DSQL paper; those in Virginia, in Ohio, and in a single region. */
    Assumption calibrated(String to) {
        calibratedTo = to;
        return inferred("unpublished; calibrated to " + to + " (the paper's figures 6 and 7)");
    }

    private Assumption because(Confidence confidence, String source) {
        return new Assumption(
                id, kind, awsSingle, awsMulti, ideal, words, unit, source, confidence, calibratedTo, low, high, note);
    }

    private static String unitOf(Kind kind) {
        return switch (kind) {
            case DURATION, OFFSET, DISTRIBUTION, RANGE -> "s";
            case RATE -> "1/s";
            case SIZE -> "bytes";
            case PPM -> "ppm";
            case NUMBER, SHARE, FACTOR -> "1";
            case REGION, CHOICE -> "";
        };
    }
}
