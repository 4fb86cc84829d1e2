package dsqlsim.cost;

import dsqlsim.architecture.Footprint;
import dsqlsim.ledger.Settings;
import dsqlsim.measure.Usage;
import dsqlsim.report.CostEstimate;
import java.util.ArrayList;
import java.util.List;

/**
 * A month of what a run did in normal operation, at list prices: its rates go on for a month, its data are stored for a month.
 * Free tiers, discounts, backups and the clients' own machines are left out.
 */
public final class Bill {
    private static final double HOUR = 3600;
    private static final double GB = 1e9;
    private static final double IO_BYTES = 4096;

    private final Footprint footprint;
    private final Usage usage;
    private final Settings settings;
    private final double rows;
    private final double month;
    private final double times;
    private final List<CostEstimate.Item> items = new ArrayList<>();

    private Bill(Footprint footprint, Usage usage, long rows, Settings settings) {
        this.footprint = footprint;
        this.usage = usage;
        this.settings = settings;
        this.rows = rows;
        month = settings.nanos("cost.month") / 1e9;
        times = month / usage.seconds();
    }

    /** The estimate for a run; {@code rows} is how many are stored. Null when nothing ran for any time. */
    public static CostEstimate of(Footprint footprint, Usage usage, long rows, Settings settings) {
        if (usage.seconds() <= 0) {
            return null;
        }
        Bill bill = new Bill(footprint, usage, rows, settings);
        switch (footprint.compute()) {
            case REQUESTS -> bill.requests();
            case CAPACITY -> bill.capacity();
            case INSTANCES -> bill.instances();
        }
        bill.transfer();
        double total =
                bill.items.stream().mapToDouble(CostEstimate.Item::amount).sum();
        return new CostEstimate("USD", bill.month, usage.phase(), total, bill.items);
    }

    // ---- by what requests use

    private void requests() {
        double each = settings.number("cost.dpu-per-transaction");
        double furtherRows = usage.rowsWritten() - usage.writing();
        double writes = (usage.writing() * each + furtherRows * settings.number("cost.dpu-per-row")) * times;
        dpu("read DPU", usage.reading() * each * times, "transactions that only read");
        dpu("write DPU", writes, "transactions that write, and their rows");
        double again = (footprint.writesBilled() - 1) * settings.number("cost.dpu-write-share");
        dpu("multi-region write DPU", writes * again, "the same writes, billed in the other region, too");
        dpu("DPU without a commit", usage.fruitless() * each * times, "attempts that were aborted");
        stored("cost.dsql-storage-price");
    }

    private void dpu(String name, double quantity, String from) {
        add(name, quantity, "DPU", settings.number("cost.dpu-price") / 1e6, "cost.dpu-price", from);
    }

    // ---- by capacity that follows the load

    private void capacity() {
        double busy = usage.statements() / usage.seconds() * settings.number("cost.acu-per-statement");
        double each = Math.max(settings.number("cost.acu-least"), busy);
        add(
                "ACU hours",
                each * footprint.machines() * month / HOUR,
                "ACU h",
                settings.number("cost.acu-price"),
                "cost.acu-price",
                footprint.machines() + " instances that scale together");
        double ios = Math.max((double) usage.writing(), usage.rowsWritten() * rowSize() / IO_BYTES) * times;
        double price = settings.number("cost.aurora-io-price") / 1e6;
        add("write I/Os", ios, "I/O", price, "cost.aurora-io-price", "commits that write");
        add(
                "replicated write I/Os",
                ios * footprint.sentTo(),
                "I/O",
                price,
                "cost.aurora-io-price",
                "the same writes, in every other region");
        stored("cost.aurora-storage-price");
    }

    // ---- by the hour

    private void instances() {
        add(
                "instance hours",
                footprint.machines() * month / HOUR,
                "h",
                settings.number("cost.instance-price"),
                "cost.instance-price",
                footprint.machines() + " machines");
        stored("cost.disk-price");
    }

    // ---- for all

    private void stored(String price) {
        add(
                "storage",
                rows * rowSize() * footprint.copiesBilled() / GB,
                "GB month",
                settings.number(price),
                price,
                "the rows of all tables, billed " + footprint.copiesBilled()
                        + (footprint.copiesBilled() == 1 ? " time" : " times"));
    }

    private void transfer() {
        add(
                "transfer between regions",
                usage.rowsWritten() * rowSize() * times * footprint.sentTo() / GB,
                "GB",
                settings.number("cost.transfer-price"),
                "cost.transfer-price",
                "rows written");
    }

    private double rowSize() {
        return settings.number("cost.row-size");
    }

    private void add(String name, double quantity, String unit, double price, String setting, String from) {
        if (quantity > 0) {
            items.add(new CostEstimate.Item(name, quantity, unit, price, setting, quantity * price, from));
        }
    }
}
