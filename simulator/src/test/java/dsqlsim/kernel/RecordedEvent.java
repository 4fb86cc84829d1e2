package dsqlsim.kernel;

import java.util.List;

/** An event that writes down its number when it fires, and then does something. */
final class RecordedEvent extends Event {
    final int number;
    private final List<Integer> log;
    private final Runnable action;

    RecordedEvent(int number, List<Integer> log) {
        this(number, log, () -> {});
    }

    RecordedEvent(int number, List<Integer> log, Runnable action) {
        this.number = number;
        this.log = log;
        this.action = action;
    }

    @Override
    protected void fire() {
        log.add(number);
        action.run();
    }

    @Override
    protected int kind() {
        return 7;
    }

    @Override
    protected int node() {
        return number;
    }
}
