package dsqlsim.report;

import java.util.Arrays;
import java.util.List;

/** A series in one line of text: each place shows the mean of its stretch of time. */
final class Sparkline {
    private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final String LETTERS = "_.:-=+*#";

    private final String levels;

    /** With block characters, or in plain ASCII. */
    Sparkline(boolean blocks) {
        this.levels = blocks ? BLOCKS : LETTERS;
    }

    /** Shares of 0..1; a blank where there was no sample. Only a full share reaches the top level. */
    String of(List<Double> shares, int width) {
        StringBuilder line = new StringBuilder();
        for (int place = 0; place < width; place++) {
            line.append(level(mean(shares, edge(shares.size(), place, width), edge(shares.size(), place + 1, width))));
        }
        return line.toString();
    }

    /** The line below: which places a fault covers. */
    static String windows(Timeline timeline, FaultResult fault, int width) {
        double end = timeline.from() + Coarse.length(timeline) * timeline.bucket();
        char[] line = " ".repeat(width).toCharArray();
        for (FaultWindow window : Windows.of(fault)) {
            int first = place(timeline.from(), end, window.at(), width);
            int last = place(timeline.from(), end, window.healed() == null ? end : window.healed(), width);
            Arrays.fill(line, first, last, '-');
            line[first] = '|';
            line[last] = '|';
        }
        return new String(line);
    }

    private static int place(double from, double to, double at, int width) {
        return (int) Math.max(0, Math.min(width - 1, Math.round((at - from) / (to - from) * width)));
    }

    private static int edge(int size, int place, int width) {
        return (int) ((long) size * place / width);
    }

    private static double mean(List<Double> shares, int from, int to) {
        return shares.subList(from, Math.max(from, to)).stream()
                .filter(share -> share != null)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private char level(double share) {
        if (Double.isNaN(share)) {
            return ' ';
        }
        int top = levels.length() - 1;
        return levels.charAt(
                share >= 0.995 ? top : (int) Math.max(0, Math.min(top - 1, Math.floor(share * levels.length()))));
    }
}
