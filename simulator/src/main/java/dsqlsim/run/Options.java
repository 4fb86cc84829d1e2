package dsqlsim.run;

import dsqlsim.kernel.EventListener;
import dsqlsim.trace.Tracer;
import dsqlsim.txn.Observer;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * How a scenario is run, beside what it says itself.
 *
 * @param checks whether the safety checks listen
 * @param measured whether anything is measured; without it only {@link Experiment#check} makes sense
 * @param listener is told of every event; null for none
 * @param observer is told what happens beside the measures; null for none
 * @param tracers listen to the messages too
 * @param progress is told the share that is done, 0..1, now and then; null for none
 */
public record Options(
        boolean checks,
        boolean measured,
        EventListener listener,
        Observer observer,
        List<Tracer> tracers,
        DoubleConsumer progress) {
    /** With checks, and nobody else listening. */
    public static final Options STANDARD = new Options(true, true, null, null, List.of(), null);

    public Options listening(EventListener to) {
        return new Options(checks, measured, to, observer, tracers, progress);
    }

    public Options reporting(DoubleConsumer to) {
        return new Options(checks, measured, listener, observer, tracers, to);
    }

    public Options withoutChecks() {
        return new Options(false, measured, listener, observer, tracers, progress);
    }

    public Options observing(Observer by) {
        return new Options(checks, measured, listener, by, tracers, progress);
    }

    public Options tracing(List<Tracer> by) {
        return new Options(checks, measured, listener, observer, by, progress);
    }

    /** Checks and nothing else: two thirds of the time. */
    public Options unmeasured() {
        return new Options(checks, false, listener, observer, tracers, progress);
    }
}
