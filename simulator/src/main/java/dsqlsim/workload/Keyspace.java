package dsqlsim.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tables of a scenario, in the order in which its workloads first name them, as one dense range of rows. */
public final class Keyspace {
    private final List<KeyTable> tables;
    private final int rows;

    private Keyspace(List<KeyTable> tables, int rows) {
        this.tables = tables;
        this.rows = rows;
    }

    /** Lays out the tables that these workloads name; a table is as large as the largest space that is asked of it. */
    public static Keyspace of(List<WorkloadSpec> workloads) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (WorkloadSpec workload : workloads) {
            sizes.merge(workload.keys().table(), workload.keys().space(), Math::max);
        }
        List<KeyTable> tables = new ArrayList<>();
        long base = 0;
        for (Map.Entry<String, Integer> size : sizes.entrySet()) {
            if (base + size.getValue() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("all tables together have more than " + Integer.MAX_VALUE + " rows");
            }
            tables.add(new KeyTable(size.getKey(), (int) base, size.getValue()));
            base += size.getValue();
        }
        return new Keyspace(List.copyOf(tables), (int) base);
    }

    public List<KeyTable> tables() {
        return tables;
    }

    /** How many rows all tables have together. */
    public int rows() {
        return rows;
    }

    public KeyTable table(String name) {
        for (KeyTable table : tables) {
            if (table.name().equals(name)) {
                return table;
            }
        }
        throw new IllegalArgumentException("no table " + name);
    }

    /** A row's name for people: {@code main/17} is rank 18 of table main. */
    public String label(int row) {
        for (KeyTable table : tables) {
            if (table.contains(row)) {
                return table.name() + "/" + (row - table.base());
            }
        }
        throw new IllegalArgumentException("no row " + row);
    }
}
