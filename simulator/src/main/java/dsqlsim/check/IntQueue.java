package dsqlsim.check;

/** First in, first out, without boxing. */
final class IntQueue {
    private int[] ring = new int[1024];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(int value) {
        if (size == ring.length) {
            int[] wider = new int[2 * size];
            System.arraycopy(ring, head, wider, 0, size - head);
            System.arraycopy(ring, 0, wider, size - head, head);
            ring = wider;
            head = 0;
        }
        ring[head + size++ & ring.length - 1] = value;
    }

    int first() {
        return ring[head];
    }

    void remove() {
        head = head + 1 & ring.length - 1;
        size--;
    }
}
