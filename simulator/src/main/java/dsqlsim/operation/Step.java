package dsqlsim.operation;

/**
 * One entry of a scenario's operations.
 *
 * @param atNanos when
 * @param line where the scenario says so
 */
public record Step(long atNanos, Order order, int line) {}
