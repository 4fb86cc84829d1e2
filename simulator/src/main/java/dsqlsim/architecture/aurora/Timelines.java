package dsqlsim.architecture.aurora;

import java.util.ArrayList;
import java.util.List;

/** The lines of history of a global database: each promotion of a region begins one, at the place up to which the region had the line before. */
final class Timelines {
    private record Line(int parent, long branch) {}

    private final List<Line> lines = new ArrayList<>(List.of(new Line(-1, 0)));
    private int current;

    /** The line that counts now. */
    int current() {
        return current;
    }

    int count() {
        return lines.size();
    }

    /** Begins a line behind a place of another, and makes it the one that counts. */
    int begin(int parent, long branch) {
        lines.add(new Line(parent, branch));
        current = lines.size() - 1;
        return current;
    }

    /** Whether what was recorded at a place of a line belongs to the line that counts. */
    boolean holds(int line, long lsn) {
        long limit = Long.MAX_VALUE;
        for (int each = current; each >= 0; each = lines.get(each).parent) {
            if (each == line) {
                return lsn <= limit;
            }
            limit = Math.min(limit, lines.get(each).branch);
        }
        return false;
    }
}
