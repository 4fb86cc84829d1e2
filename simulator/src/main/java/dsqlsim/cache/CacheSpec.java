package dsqlsim.cache;

import java.util.List;

/**
 * Where a cache is.
 *
 * @param primary the region that takes writes
 * @param secondaries the regions that follow it
 */
public record CacheSpec(String primary, List<String> secondaries) {
    /** A Global Datastore has no more. */
    public static final int SECONDARIES_MAX = 2;

    public CacheSpec {
        secondaries = List.copyOf(secondaries);
    }
}
