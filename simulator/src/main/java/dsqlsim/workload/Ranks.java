package dsqlsim.workload;

import static dsqlsim.kernel.Randomness.below;
import static dsqlsim.kernel.Randomness.mix;
import static dsqlsim.kernel.Randomness.uniform;

import dsqlsim.kernel.Zipf;

/** The law by which one row of a table is drawn. */
interface Ranks {
    /** A rank from 0, drawn with the bits of a key (already well mixed). */
    int rank(long key);

    static Ranks of(KeysSpec keys) {
        return switch (keys.kind()) {
            case UNIFORM -> evenly(keys.space());
            case ZIPF -> zipf(Zipf.of(keys.space(), keys.skew()));
            case HOTSPOT -> hotspot(keys.space(), keys.hotShare(), keys.hotKeys());
        };
    }

    private static Ranks evenly(int space) {
        return key -> (int) below(key, space);
    }

    private static Ranks zipf(Zipf law) {
        return key -> (int) law.rank(key) - 1;
    }

    private static Ranks hotspot(int space, double share, int hot) {
        int cold = space - hot;
        return key -> {
            long place = mix(key);
            return cold == 0 || uniform(key) < share ? (int) below(place, hot) : hot + (int) below(place, cold);
        };
    }
}
