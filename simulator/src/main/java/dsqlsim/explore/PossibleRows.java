package dsqlsim.explore;

import dsqlsim.run.Architectures;
import java.util.ArrayList;
import java.util.List;

/** The rows of the coverage map that drawn faults can fill, so that those which none has filled are seen, too. */
final class PossibleRows {
    private static final List<String> OF_NODES = List.of("crash", "pause", "slow", "cut", "clock");
    private static final List<String> OF_PLACES = List.of("cut", "one-way cut", "impair", "outage");

    private final List<String> rows = new ArrayList<>();

    private PossibleRows() {}

    /** None where a scenario was given: what it allows depends on it. */
    static List<String> of(Request request) {
        PossibleRows possible = new PossibleRows();
        if (request.base() == null) {
            possible.add(request);
        }
        return possible.rows;
    }

    private void add(Request request) {
        String design = request.architecture();
        boolean several = design == null || spans(design);
        boolean single = design == null || !spans(design);
        FaultKinds.roles(design).forEach(role -> rows(role, OF_NODES));
        FaultKinds.disks(design).forEach(role -> rows(role, List.of("disk")));
        rows("query-processor", request.dsql() ? List.of("impair") : List.of());
        rows("zone", single ? OF_PLACES : List.of("outage"));
        rows("region", List.of("connection-failure"));
        if (several) {
            rows("region", OF_PLACES);
            rows("witness", request.dsql() ? OF_PLACES : List.of());
        }
        rows("clients", List.of("conflict", "hot-keys"));
    }

    private static boolean spans(String design) {
        return Architectures.find(design).orElseThrow().span().most() > 1;
    }

    private void rows(String part, List<String> kinds) {
        kinds.forEach(kind -> rows.add(Coverage.row(part, kind)));
    }
}
