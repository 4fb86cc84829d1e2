package dsqlsim.trace;

/**
 * A transaction worth showing.
 *
 * @param kind why: one of the names in {@link Choice}, or {@code fault}
 * @param fault the fault that first affected it, or -1
 * @param other the transaction that it lost to; null if there is none
 */
record Chosen(String kind, int fault, Seen seen, Seen other) {}
