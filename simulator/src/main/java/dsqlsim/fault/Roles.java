package dsqlsim.fault;

import java.util.List;

/** The names by which faults and clocks select nodes. */
public final class Roles {
    public static final String QUERY_PROCESSOR = "query-processor";
    public static final String ADJUDICATOR = "adjudicator";
    public static final String ADJUDICATOR_LEADER = "adjudicator-leader";
    public static final String ADJUDICATOR_STANDBY = "adjudicator-standby";
    public static final String JOURNAL = "journal";
    public static final String CROSSBAR = "crossbar";
    public static final String STORAGE = "storage";
    public static final String CONTROL_PLANE = "control-plane";
    public static final String ROUTER = "router";

    private static final List<String> DSQL = List.of(
            QUERY_PROCESSOR,
            ADJUDICATOR,
            ADJUDICATOR_LEADER,
            ADJUDICATOR_STANDBY,
            JOURNAL,
            CROSSBAR,
            STORAGE,
            CONTROL_PLANE,
            ROUTER);
    private static final List<String> AURORA = List.of("writer", "reader", STORAGE);

    private Roles() {}

    /** The roles of an architecture. */
    public static List<String> of(String architecture) {
        return switch (architecture) {
            case "aurora-multi-az", "aurora-global" -> AURORA;
            case "self-managed" -> List.of("primary", "backup");
            case "active-active-lww" -> List.of("replica");
            default -> DSQL;
        };
    }
}
