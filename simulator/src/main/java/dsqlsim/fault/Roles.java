package dsqlsim.fault;

import java.util.List;
import java.util.stream.Stream;

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

    public static final String WRITER = "writer";
    public static final String READER = "reader";
    public static final String REPLICATION_SERVER = "replication-server";
    public static final String REPLICATION_AGENT = "replication-agent";
    public static final String DATABASE = "database";
    public static final String REPLICA = "replica";
    public static final String STANDBY = "standby";
    public static final String BACKUP = "backup";

    private static final List<String> AURORA = List.of(WRITER, READER, STORAGE, CONTROL_PLANE);
    private static final List<String> GLOBAL =
            List.of(WRITER, READER, STORAGE, CONTROL_PLANE, REPLICATION_SERVER, REPLICATION_AGENT);

    /** What stands around every design, where a scenario has it. */
    public static final List<String> AROUND =
            List.of("health-checker", "health-page", "control-api", "monitor", "cache");

    private Roles() {}

    /** All roles that a target can name, the architecture's own first. */
    public static List<String> known(String architecture) {
        return Stream.concat(of(architecture).stream(), AROUND.stream()).toList();
    }

    /** Whose disk it is that holds what an architecture has promised to keep. */
    public static String withDisk(String architecture) {
        return switch (architecture) {
            case "aurora-multi-az", "aurora-global" -> STORAGE;
            case "self-managed" -> DATABASE;
            case "active-active-lww" -> REPLICA;
            default -> JOURNAL;
        };
    }

    /** The roles of an architecture. */
    public static List<String> of(String architecture) {
        return switch (architecture) {
            case "aurora-multi-az" -> AURORA;
            case "aurora-global" -> GLOBAL;
            case "self-managed" -> List.of(DATABASE, STANDBY, BACKUP);
            case "active-active-lww" -> List.of(REPLICA, ROUTER);
            default -> DSQL;
        };
    }
}
