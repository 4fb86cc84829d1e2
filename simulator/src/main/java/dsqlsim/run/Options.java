package dsqlsim.run;

import dsqlsim.kernel.EventListener;
import dsqlsim.txn.Observer;
import java.util.function.DoubleConsumer;

/**
 * How a scenario is run, beside what it says itself.
 *
 * @param checks whether the safety checks listen
 * @param measured whether anything is measured; without it only {@link Experiment#check} makes sense
 * @param listener is told of every event; null for none
 * @param observer is told what happens beside the measures; null for none
 * @param progress is told the share that is done, 0..1, now and then; null for none
 */
public record Options(
        boolean checks, boolean measured, EventListener listener, Observer observer, DoubleConsumer progress) {
    /** With checks, and nobody else listening. */
    public static final Options STANDARD = new Options(true, true, null, null, null);

    public Options listening(EventListener to) {
        return new Options(checks, measured, to, observer, progress);
    }

    public Options reporting(DoubleConsumer to) {
        return new Options(checks, measured, listener, observer, to);
    }

    public Options withoutChecks() {
        return new Options(false, measured, listener, observer, progress);
    }

    public Options observing(Observer by) {
        return new Options(checks, measured, listener, by, progress);
    }

    /** Checks and nothing else: two thirds of the time. */
    public Options unmeasured() {
        return new Options(checks, false, listener, observer, progress);
    }
}
