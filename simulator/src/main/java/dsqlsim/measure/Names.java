package dsqlsim.measure;

/** How a run's numbers are called in its result. */
public interface Names {
    /** Of a node, such as {@code adjudicator-1.us-east-1b}; null when there is none of that number. */
    String node(int node);

    /** Of a row, such as {@code main/17}. */
    String key(int row);
}
