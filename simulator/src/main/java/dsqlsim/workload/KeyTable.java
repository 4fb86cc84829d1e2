package dsqlsim.workload;

/** A table's place among the dense rows of a scenario: rows {@code base} to {@code base + rows - 1}. */
public record KeyTable(String name, int base, int rows) {
    public boolean contains(int row) {
        return row >= base && row - base < rows;
    }
}
