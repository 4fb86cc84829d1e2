package dsqlsim.architecture.dsql;

/** Remembers values by id for at least a span of time and at most two of them: two maps, of which the older is dropped. */
final class Recent<T> {
    private final long span;
    private LongMap<T> young = new LongMap<>();
    private LongMap<T> old = new LongMap<>();
    private long turnedAt;

    Recent(long spanNanos) {
        span = spanNanos;
    }

    T get(long id) {
        T value = young.get(id);
        return value != null ? value : old.get(id);
    }

    void put(long id, T value, long now) {
        if (now - turnedAt > span) {
            turnedAt = now;
            old = young;
            young = new LongMap<>();
        }
        young.put(id, value);
    }
}
