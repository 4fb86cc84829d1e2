package dsqlsim.measure;

import dsqlsim.measure.Marks.Mark;
import java.util.List;

/** When events of a type came after the injections of faults, and how many there were. */
final class EventTimes {
    private final List<Mark> marks;
    private final Phases phases;

    EventTimes(List<Mark> marks, Phases phases) {
        this.marks = marks;
        this.phases = phases;
    }

    /** How many began in a phase. */
    long count(String type, int phase) {
        return marks.stream()
                .filter(mark -> mark.type().equals(type) && Phases.contains(phases.at(mark.at()), phase))
                .count();
    }

    /**
     * Seconds from an injection of a fault to the first event of a type, the longest over its injections; infinite when one saw none
     * before the next or the end, null when the fault was not injected.
     */
    Double secondsTo(String type, int fault) {
        Double worst = null;
        for (int i = 0; i < marks.size(); i++) {
            if (injects(marks.get(i), fault)) {
                double seconds = secondsTo(type, fault, i);
                worst = worst == null ? seconds : Math.max(worst, seconds);
            }
        }
        return worst;
    }

    private double secondsTo(String type, int fault, int injection) {
        for (int i = injection + 1; i < marks.size() && !injects(marks.get(i), fault); i++) {
            if (marks.get(i).type().equals(type)) {
                return (marks.get(i).at() - marks.get(injection).at()) / 1e9;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static boolean injects(Mark mark, int fault) {
        return mark.fault() == fault && mark.type().equals("fault-injected");
    }
}
