package dsqlsim.workload;

/** A first-in first-out queue whose members carry its links, so that any of them can leave at any time at no cost. */
final class Chain<T extends Chain.Link<T>> {
    /** A member of at most one chain at a time. */
    abstract static class Link<T extends Link<T>> {
        private T previous;
        private T next;
        private boolean chained;

        final boolean chained() {
            return chained;
        }
    }

    private T first;
    private T last;
    private int size;

    int size() {
        return size;
    }

    void addLast(T member) {
        insert(member, last, null);
    }

    void addFirst(T member) {
        insert(member, null, first);
    }

    /** Removes and returns the first member, or null. */
    T poll() {
        T member = first;
        if (member != null) {
            remove(member);
        }
        return member;
    }

    /** Removes a member of this chain. */
    void remove(T member) {
        link(link(member).previous, link(member).next);
        link(member).previous = null;
        link(member).next = null;
        link(member).chained = false;
        size--;
    }

    private void insert(T member, T previous, T next) {
        link(member).chained = true;
        link(previous, member);
        link(member, next);
        size++;
    }

    private void link(T previous, T next) {
        if (previous == null) {
            first = next;
        } else {
            link(previous).next = next;
        }
        if (next == null) {
            last = previous;
        } else {
            link(next).previous = previous;
        }
    }

    /** The links of a member: private fields can't be reached through a type variable. */
    private static <T extends Link<T>> Link<T> link(T member) {
        return member;
    }
}
