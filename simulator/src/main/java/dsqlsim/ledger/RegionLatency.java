package dsqlsim.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Round trips between pairs of AWS regions, as published.
 *
 * @param p50Nanos median round trip in nanoseconds
 * @param p99Nanos 99th percentile in nanoseconds; 0 where nobody has published it
 * @param measured when
 */
public record RegionLatency(String from, String to, long p50Nanos, long p99Nanos, String source, String measured) {
    private static final String PAPER = Sources.PAPER + ", section 2.5";
    private static final String CLOUDPING =
            "cloudping.co, as printed in the libp2p simulator (integers; mean of both directions)";
    private static final List<RegionLatency> TABLE = new ArrayList<>();

    static {
        paper("us-east-1", "us-east-2", 11.5, 14.4);
        paper("us-east-1", "us-west-2", 62.4, 63.3);
        cloudping("us-east-2", "us-west-2", 51.5);
        cloudping("us-east-1", "us-west-1", 62);
        cloudping("eu-west-1", "eu-west-2", 13);
        cloudping("eu-west-1", "eu-west-3", 18);
        cloudping("eu-west-2", "eu-west-3", 9.5);
        cloudping("eu-west-1", "eu-central-1", 26.5);
        cloudping("eu-west-2", "eu-central-1", 17);
        cloudping("eu-west-3", "eu-central-1", 12);
        cloudping("ap-northeast-1", "ap-northeast-2", 33.5);
        cloudping("ap-northeast-1", "ap-northeast-3", 10);
        cloudping("ap-northeast-2", "ap-northeast-3", 24);
        cloudping("us-east-1", "eu-west-1", 69.5);
        cloudping("us-east-2", "eu-west-1", 79);
        cloudping("us-east-1", "eu-central-1", 92);
        cloudping("us-east-1", "ap-northeast-1", 146);
        cloudping("us-east-1", "ap-southeast-1", 211);
        cloudping("eu-west-1", "ap-southeast-1", 181);
        cloudping("eu-west-1", "us-west-2", 123.5);
        cloudping("us-west-2", "ap-northeast-1", 97);
    }

    /** Every pair, in no direction: each stands once. */
    public static List<RegionLatency> all() {
        return List.copyOf(TABLE);
    }

    /** The pair of two regions in either order, or nothing if no round trip is published. */
    public static Optional<RegionLatency> between(String a, String b) {
        return TABLE.stream().filter(each -> each.joins(a, b)).findFirst();
    }

    private boolean joins(String a, String b) {
        return (from.equals(a) && to.equals(b)) || (from.equals(b) && to.equals(a));
    }

    private static void paper(String from, String to, double p50Millis, double p99Millis) {
        TABLE.add(new RegionLatency(from, to, nanos(p50Millis), nanos(p99Millis), PAPER, "2022"));
    }

    private static void cloudping(String from, String to, double millis) {
        TABLE.add(new RegionLatency(from, to, nanos(millis), 0, CLOUDPING, "about 2022"));
    }

    private static long nanos(double millis) {
        return Math.round(millis * 1e6);
    }
}
