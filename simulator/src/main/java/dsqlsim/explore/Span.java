package dsqlsim.explore;

import java.util.List;

/**
 * How long a drawn scenario is, and when what heals has healed: the rest shows whether the system comes back. Short ones are
 * the rule, since every second costs as much to simulate as the next.
 */
record Span(int seconds, int healedMs) {
    /** What a system needs for coming back after the last fault: a region may first be evicted, and then be voted in again. */
    static int comeBackMs(boolean multi) {
        return multi ? 5_500 : 2_000;
    }

    /** In the last part of a run somebody must be served. */
    static int servedMs(boolean multi) {
        return multi ? 2_500 : 1_500;
    }

    static Span drawn(Dice dice, boolean multi, Lean lean) {
        List<Integer> choices = multi ? List.of(12, 14, 16, 20) : List.of(6, 8, 12);
        int seconds = lean.elects() ? choices.get(choices.size() - 1) : dice.pick("duration", choices);
        return new Span(seconds, seconds * 1_000 - comeBackMs(multi) - servedMs(multi));
    }
}
