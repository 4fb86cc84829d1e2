package dsqlsim.monitor;

import dsqlsim.kernel.Deferred;
import dsqlsim.kernel.Randomness;
import dsqlsim.operation.Order;
import dsqlsim.probe.Inquiry;
import dsqlsim.probe.Respondent;
import dsqlsim.world.Node;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A monitoring pipeline in a region: a schedule starts a function, the function probes and stores a datapoint, an alarm looks at
 * the last periods, and who is notified of it acts. Only that person is elsewhere: all else dies with the region.
 */
public final class Monitor extends Node {
    public static final String ROLE = "monitor";

    private final MonitorSpec spec;
    private final Respondent watched;
    private final Consumer<Order> operator;
    private final Supplier<String> state;
    private final Metric metric;
    private final Alarm alarm;
    private final Timer schedule = new Timer(this, Kinds.SCHEDULE, this::run);
    private final Timer evaluation = new Timer(this, Kinds.EVALUATION, this::evaluate);
    private final Timer function = new Timer(this, Kinds.FUNCTION, this::killed);
    private long runs;
    private long inquiries;
    /** The run whose answers are waited for, or -1. */
    private long running = -1;

    private boolean saidWithoutData;

    /**
     * Adds a pipeline to a world.
     *
     * @param watched whom it asks
     * @param operator does what was ordered
     * @param state of what is watched, for whoever reads of an alarm
     */
    public Monitor(
            World world, MonitorSpec spec, Respondent watched, Consumer<Order> operator, Supplier<String> state) {
        super(world, ROLE, ROLE + "-" + spec.name(), world.geography().regionIndex(spec.region()), -1, -1);
        this.spec = spec;
        this.watched = watched;
        this.operator = operator;
        this.state = state;
        AlarmSpec rule = spec.alarm();
        long looksBack = rule.delayNanos() + rule.of() * rule.periodNanos();
        int kept = (int) Math.min(100_000, 4 + looksBack / spec.everyNanos());
        this.metric = new Metric(kept);
        this.alarm = new Alarm(rule, spec.alarmSeesMetric() ? metric : null);
        for (long run = kept; run > 0; run--) {
            metric.put(-run * spec.everyNanos(), true); // It has run before, and all was well.
        }
    }

    /** Starts schedule and alarm. */
    public void begin() {
        onRestart();
    }

    // ---- the schedule and its function

    private void run() {
        scheduleNext();
        running = runs;
        if (spec.functionTimeoutNanos() < Long.MAX_VALUE) {
            function.set(spec.functionTimeoutNanos());
        }
        attempt(running, 1);
    }

    /** At whole multiples of the interval, and late: a schedule promises the minute, not the second. */
    private void scheduleNext() {
        runs = world.now() / spec.everyNanos() + 1;
        long late = spec.lateness().sample(Randomness.key(Randomness.key(randomKey, "late"), runs));
        schedule.set(runs * spec.everyNanos() + late - world.now());
    }

    private void attempt(long run, int number) {
        Inquiry.Patience patience = new Inquiry.Patience(spec.probeTimeoutNanos(), spec.probeTimeoutNanos());
        Inquiry.ask(
                world, this, watched, spec.probe(), inquiries++, patience, healthy -> answered(run, number, healthy));
    }

    private void answered(long run, int number, boolean healthy) {
        if (run != running) {
            return; // The function was killed.
        }
        if (healthy || number >= spec.tries()) {
            running = -1;
            function.cancel();
            metric.put(world.now(), healthy);
        } else {
            long pause = spec.backoffNanos() << (number - 1);
            new Timer(this, Kinds.FUNCTION, () -> again(run, number + 1)).set(pause);
        }
    }

    private void again(long run, int number) {
        if (run == running) {
            attempt(run, number);
        }
    }

    private void killed() {
        running = -1;
    }

    // ---- the alarm, and whom it calls

    private void evaluate() {
        evaluation.set(spec.alarm().evaluationNanos());
        Alarm.State before = alarm.state();
        Alarm.State now = alarm.evaluate(world.now());
        if (alarm.missing() == spec.alarm().of() && !saidWithoutData) {
            saidWithoutData = true;
            note(
                    "alarm-without-data",
                    spec.alarmSeesMetric() ? "no datapoint in any period" : "looks at dimensions nobody writes");
        } else if (alarm.missing() == 0) {
            saidWithoutData = false;
        }
        if (now == Alarm.State.ALARM && before != Alarm.State.ALARM) {
            note("alarm-raised", "about " + spec.watches() + ", which is " + state.get());
            inform();
        } else if (now != Alarm.State.ALARM && before == Alarm.State.ALARM) {
            note("alarm-cleared", "about " + spec.watches());
        }
    }

    private void inform() {
        if (spec.order() != null) {
            long key = Randomness.key(randomKey, world.now());
            long reaction = spec.reaction().sample(Randomness.mix(key + 1));
            new Timer(
                            this,
                            Kinds.NOTIFICATION,
                            () -> world.simulation().after(reaction, new Deferred(Kinds.REACTION, this::act)))
                    .set(spec.notification().sample(key));
        }
    }

    private void act() {
        operator.accept(spec.order());
    }

    private void note(String type, String detail) {
        world.observer().noted(type, spec.name(), detail, world.now());
    }

    // ---- its region

    @Override
    protected void onCrash() {
        running = -1;
    }

    @Override
    protected void onRestart() {
        scheduleNext();
        long phase = (long) (Randomness.uniform(Randomness.key(randomKey, incarnation()))
                * spec.alarm().evaluationNanos());
        evaluation.set(phase);
    }
}
