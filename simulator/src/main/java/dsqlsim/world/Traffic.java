package dsqlsim.world;

/** Is told of every message of a world: for traces, and only while somebody wants one. It must not change anything. */
public interface Traffic {
    /** A message is sent, now; it leaves its sender at {@code departAt}. */
    void sent(Message<?> message, long departAt);

    /** A message waits: its link is cut, or its sender, its receiver or its receiver's disk stands still. */
    void held(Message<?> message);

    /** A message will never arrive. */
    void lost(Message<?> message);

    /** A message arrives, and is handled next. */
    void delivered(Message<?> message);
}
