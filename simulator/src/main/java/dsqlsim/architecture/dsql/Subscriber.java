package dsqlsim.architecture.dsql;

/** Who reads a zone's merged stream. */
interface Subscriber {
    /** Everything committed after one timestamp up to another, in order; an empty run moves time on. */
    void onRelease(Crossbar crossbar, long after, long upTo, Entry[] entries);

    /** The same in answer to a {@link Resync}: what was committed up to {@code after} and is missing can't be had any more. */
    void onReplay(Crossbar crossbar, long after, long upTo, Entry[] entries);
}
