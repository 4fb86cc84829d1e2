package dsqlsim.workload;

/** The kinds of events of clients, in a range of their own. */
final class EventKinds {
    static final int ARRIVAL = 101;
    static final int THINK = 102;
    static final int ATTEMPT_TIMEOUT = 103;
    static final int PAUSE = 104;
    static final int CONNECT_TIMEOUT = 105;

    private EventKinds() {}
}
