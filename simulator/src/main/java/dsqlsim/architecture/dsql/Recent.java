package dsqlsim.architecture.dsql;

import dsqlsim.kernel.LongObjectMap;

/** Remembers values by id for at least a span of time and at most two of them: two maps, of which the older is dropped. */
final class Recent<T> {
    private final long span;
    private LongObjectMap<T> young = new LongObjectMap<>();
    private LongObjectMap<T> old = new LongObjectMap<>();
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
            young = new LongObjectMap<>();
        }
        young.put(id, value);
    }
}
