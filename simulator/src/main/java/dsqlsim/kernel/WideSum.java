package dsqlsim.kernel;

import java.math.BigInteger;

/** An exact sum that has room for the products of any times and counts: 128 bits. */
final class WideSum {
    private long high;
    private long low;

    void add(long value) {
        addWide(value >> 63, value);
    }

    /** Adds a product without losing what does not fit in 64 bits. */
    void addProduct(long a, long b) {
        addWide(Math.multiplyHigh(a, b), a * b);
    }

    BigInteger value() {
        BigInteger unsignedLow = BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high).shiftLeft(64).add(unsignedLow);
    }

    private void addWide(long addedHigh, long addedLow) {
        low += addedLow;
        high += addedHigh + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
    }
}
