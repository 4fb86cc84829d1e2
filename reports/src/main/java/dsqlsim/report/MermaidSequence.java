package dsqlsim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One transaction as a sequence diagram in the language of Mermaid. */
public final class MermaidSequence {
    private record Line(double at, String text) {}

    private MermaidSequence() {}

    /** The text of the diagram. */
    public static String render(Exemplar exemplar) {
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        text.append("    %% ")
                .append(plain(exemplar.title()))
                .append(". ")
                .append(plain(exemplar.summary()))
                .append('\n');
        Set<Integer> used = new LinkedHashSet<>();
        exemplar.arrows().forEach(arrow -> {
            used.add(arrow.from());
            used.add(arrow.to());
        });
        for (int lane : used) {
            text.append("    participant n")
                    .append(lane)
                    .append(" as ")
                    .append(plain(exemplar.lanes().get(lane).node()))
                    .append('\n');
        }
        lines(exemplar).forEach(line -> text.append("    ").append(line.text()).append('\n'));
        return text.toString();
    }

    private static List<Line> lines(Exemplar exemplar) {
        List<Line> lines = new ArrayList<>();
        for (Exemplar.Arrow arrow : exemplar.arrows()) {
            String sign = arrow.arrives() == null ? "--x" : "->>";
            String fate = arrow.arrives() == null
                    ? ", never arrives"
                    : ", " + Figures.duration(arrow.arrives() - arrow.leaves())
                            + (arrow.held() ? ", held on its way" : "");
            lines.add(new Line(
                    arrow.leaves(),
                    "n" + arrow.from() + sign + "n" + arrow.to() + ": " + (arrow.other() ? "(the other) " : "")
                            + plain(arrow.name()) + fate));
        }
        for (Exemplar.Span span : exemplar.spans()) {
            if (span.waits()) {
                lines.add(new Line(
                        span.from(),
                        note(span.lane(), "waits " + Figures.duration(span.to() - span.from()) + " " + span.what())));
            }
        }
        for (Exemplar.ClockReading clock : exemplar.clocks()) {
            lines.add(new Line(
                    clock.at(), note(clock.lane(), clock.what() + " chosen at " + Figures.moment(clock.at()))));
        }
        lines.sort(Comparator.comparingDouble(Line::at));
        return lines;
    }

    private static String note(int lane, String text) {
        return "Note over n" + lane + ": " + plain(text);
    }

    /** Nothing in it can end the line or begin another. */
    private static String plain(String text) {
        return Ink.safe(text)
                .replace(';', ',')
                .replace('#', ' ')
                .replace('\n', ' ')
                .replace("%%", "%");
    }
}
