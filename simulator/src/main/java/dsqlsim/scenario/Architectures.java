package dsqlsim.scenario;

import java.util.List;

/** The names of the designs that a scenario can be run against. */
public final class Architectures {
    public static final String DSQL_SINGLE_REGION = "dsql-single-region";
    public static final String DSQL_MULTI_REGION = "dsql-multi-region";

    /** All names, in the order of the reference. */
    public static final List<String> NAMES = List.of(
            DSQL_SINGLE_REGION,
            DSQL_MULTI_REGION,
            "aurora-multi-az",
            "aurora-global",
            "self-managed",
            "active-active-lww");

    private Architectures() {}

    /** Whether a name is one of Aurora DSQL's two. */
    public static boolean isDsql(String architecture) {
        return architecture.startsWith("dsql-");
    }
}
