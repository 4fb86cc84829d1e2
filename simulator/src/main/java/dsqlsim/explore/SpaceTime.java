package dsqlsim.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** An excerpt of a run in columns: time goes down, each part has its column. */
final class SpaceTime {
    private static final int ROWS_MAX = 80;

    private final List<Recorded.Line> shown;
    private final List<String> lanes;
    private final Map<Long, String> names;

    SpaceTime(List<Recorded.Line> all, Map<Long, String> names) {
        this.names = names;
        List<Recorded.Line> told = all.stream().filter(this::tells).toList();
        shown = told.subList(Math.max(0, told.size() - ROWS_MAX), told.size());
        TreeSet<String> used = new TreeSet<>();
        shown.forEach(line -> used.add(line.lane()));
        lanes = List.copyOf(used);
    }

    /** The system's own events, and those of the transactions that the story names. */
    private boolean tells(Recorded.Line line) {
        return line.attempt() == 0 || names.containsKey(line.attempt());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!shown.isEmpty()) {
            lines.add(row("", lanes));
        }
        for (Recorded.Line each : shown) {
            List<String> cells = new ArrayList<>();
            for (String lane : lanes) {
                cells.add(lane.equals(each.lane()) ? text(each) : "|");
            }
            lines.add(row(Story.seconds(each.at()), cells));
        }
        return lines;
    }

    private String text(Recorded.Line line) {
        String name = names.get(line.attempt());
        return name == null ? line.what() : name + ": " + line.what();
    }

    private String row(String time, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%13s", time));
        for (int i = 0; i < cells.size(); i++) {
            row.append(String.format(Locale.ROOT, "  %-" + width(lanes.get(i)) + "s", cells.get(i)));
        }
        return row.toString().stripTrailing();
    }

    private int width(String lane) {
        return shown.stream()
                .filter(line -> line.lane().equals(lane))
                .mapToInt(line -> text(line).length())
                .reduce(lane.length(), Math::max);
    }
}
