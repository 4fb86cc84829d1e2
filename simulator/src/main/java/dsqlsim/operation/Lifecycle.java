package dsqlsim.operation;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.Settings;

/** How long clusters take for what they go through. */
final class Lifecycle {
    /** Durations of one kind. */
    record Time(String id, Distribution distribution) {
        long sample(long seed, long draw) {
            return distribution.sample(Randomness.key(Randomness.key(seed, id), draw));
        }
    }

    final long idleAfter;
    final long inactiveAfter;
    final Time create;
    final Time peer;
    final Time update;
    final Time delete;
    final Time wakeIdle;
    final Time wakeInactive;
    /** How often whoever waits for a state asks, and how many times in all. */
    final long askEvery;

    final long asks;

    Lifecycle(Settings settings) {
        idleAfter = settings.nanos("lifecycle.idle-after");
        inactiveAfter = settings.nanos("lifecycle.inactive-after");
        create = time(settings, "lifecycle.create-time");
        peer = time(settings, "lifecycle.peer-time");
        update = time(settings, "lifecycle.update-time");
        delete = time(settings, "lifecycle.delete-time");
        wakeIdle = time(settings, "lifecycle.idle-wake-time");
        wakeInactive = time(settings, "lifecycle.wake-time");
        askEvery = settings.nanos("lifecycle.waiter-every");
        asks = (long) settings.number("lifecycle.waiter-tries");
    }

    private static Time time(Settings settings, String id) {
        return new Time(id, settings.distribution(id));
    }
}
