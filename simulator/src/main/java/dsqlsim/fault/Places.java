package dsqlsim.fault;

import java.util.List;

/** What faults need to know of a topology: which places there are. */
public interface Places {
    /** The name of the design, such as {@code dsql-multi-region}. */
    String architecture();

    /** The full regions, in order. */
    List<String> regionNames();

    /** The zones of a full region, in order. */
    List<String> zones(String region);

    /** The region that holds only journal replicas, or null. */
    String witness();

    /** How many adjudicators there are, each with its journal. */
    int shards();

    /** How many storage partitions there are. */
    int partitions();

    /** Whether regions, not zones, are what may fail on its own. */
    default boolean multiRegion() {
        return regionNames().size() > 1;
    }
}
