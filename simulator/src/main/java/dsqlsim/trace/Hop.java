package dsqlsim.trace;

import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.Subject;
import java.util.Locale;

/** One message on its way from one node to another. */
final class Hop {
    final Node from;
    final Node to;
    /** The message's kind in words, such as {@code read done}. */
    final String name;
    /** What it says, as a verb and what follows. */
    final String words;

    final long sentAt;
    final long departAt;
    /** When it arrived; -1 while it is under way, or if it never did. */
    long arrivedAt = -1;
    /** When it first had to wait; -1 if it never had to. */
    long heldAt = -1;
    /** When it was lost; -1 if it was not. */
    long lostAt = -1;
    /** What the receiver's clock said when it arrived. */
    long earliest;

    long latest;

    Hop(Message<?> message, Subject subject, long sentAt, long departAt) {
        this.from = message.sender();
        this.to = message.receiver();
        this.name = subject.name() != null
                ? subject.name()
                : spoken(message.getClass().getSimpleName());
        this.words = subject.words() == null ? "sends " + name : subject.words();
        this.sentAt = sentAt;
        this.departAt = departAt;
    }

    void arrive(long now) {
        arrivedAt = now;
        earliest = to.clock.earliest();
        latest = to.clock.latest();
    }

    boolean arrived() {
        return arrivedAt >= 0;
    }

    boolean lost() {
        return lostAt >= 0;
    }

    /** {@code ReadDone} as {@code read done}. */
    static String spoken(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
