package dsqlsim.world;

import java.util.Arrays;

/**
 * What a message is about, in its own words: which attempts, or which entries of a journal. Messages fill one in when a trace asks;
 * one object serves again and again.
 */
public final class Subject {
    private long[] attempts = new long[4];
    private int size;
    private int journal;
    private long first;
    private long last;
    private String name;
    private String words;

    /** What a message says of itself, from now on here. */
    public void read(Message<?> message) {
        size = 0;
        journal = -1;
        name = null;
        words = null;
        message.describe(this);
    }

    // ---- what messages say

    /** It is about an attempt. */
    public Subject attempt(long id) {
        if (size == attempts.length) {
            attempts = Arrays.copyOf(attempts, size * 2);
        }
        attempts[size++] = id;
        return this;
    }

    /** It is about the entries of a journal from {@code from} to {@code to}. */
    public Subject entries(int of, long from, long to) {
        journal = of;
        first = from;
        last = to;
        return this;
    }

    /** What it is called, if not by its type: {@code commit}. */
    public Subject called(String what) {
        name = what;
        return this;
    }

    /** What it says, as a verb and what follows: {@code asks whether it may commit}. */
    public Subject says(String what) {
        words = what;
        return this;
    }

    // ---- what was said

    /** How many attempts it is about. */
    public int size() {
        return size;
    }

    public long attempt(int index) {
        return attempts[index];
    }

    /** The journal whose entries it is about, or -1. */
    public int journal() {
        return journal;
    }

    public long firstEntry() {
        return first;
    }

    public long lastEntry() {
        return last;
    }

    /** What it is called, or null. */
    public String name() {
        return name;
    }

    /** What it says, or null. */
    public String words() {
        return words;
    }
}
