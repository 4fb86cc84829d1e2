package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** List prices of us-east-1 in US dollars, and what a request uses of what is billed. None changes what happens in a run. */
final class CostEntries {
    private static final String USD = "USD";

    private CostEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("cost.month", Kind.DURATION)
                        .aws("30d")
                        .sweep("28d", "31d")
                        .note("a month of the bill")
                        .documented(Sources.DSQL_PRICES),
                entry("cost.row-size", Kind.SIZE)
                        .aws("1KiB")
                        .sweep("100B", "10KiB")
                        .note("bytes of a row, in storage and on its way")
                        .inferred(Sources.PROPOSAL),
                entry("cost.transfer-price", Kind.NUMBER)
                        .unit(USD)
                        .aws("0.02")
                        .sweep("0.01", "0.09")
                        .note("a GB from one region to another")
                        .documented(Sources.EC2_PRICES),
                entry("cost.dpu-price", Kind.NUMBER)
                        .unit(USD)
                        .aws("8")
                        .sweep("8", "10")
                        .note("a million DPU")
                        .documented(Sources.DSQL_PRICES),
                entry("cost.dpu-per-transaction", Kind.NUMBER)
                        .unit("DPU")
                        .aws("0.03")
                        .sweep("0.029", "0.032")
                        .note("a small transaction, with the first row that it writes")
                        .measured(Sources.DOLLAR + "; " + Sources.SEOUL),
                entry("cost.dpu-per-row", Kind.NUMBER)
                        .unit("DPU")
                        .aws("0.0076")
                        .sweep("0.0072", "0.0076")
                        .note("each further row that a transaction writes: 7.6 DPU for an insert of 1,000")
                        .measured(Sources.DOLLAR),
                entry("cost.dpu-write-share", Kind.SHARE)
                        .aws("100%")
                        .sweep("25%", "100%")
                        .note("of a writing transaction's DPU, what a second region bills again; 100% is the most")
                        .inferred("how requests divide into compute, read and write DPU is unpublished"),
                entry("cost.dsql-storage-price", Kind.NUMBER)
                        .unit(USD)
                        .aws("0.33")
                        .sweep("0.33", "0.40")
                        .note("a GB a month, in each region")
                        .documented(Sources.DSQL_PRICES),
                entry("cost.acu-price", Kind.NUMBER)
                        .unit(USD)
                        .aws("0.12")
                        .sweep("0.12", "0.156")
                        .note("an hour of an Aurora capacity unit")
                        .documented(Sources.AURORA_PRICES),
                entry("cost.acu-least", Kind.NUMBER)
                        .unit("ACU")
                        .aws("0.5")
                        .sweep("0", "2")
                        .note("capacity of an idle instance")
                        .documented(Sources.AURORA_PRICES),
                entry("cost.acu-per-statement", Kind.NUMBER)
                        .unit("ACU s")
                        .aws("0.0024")
                        .sweep("0.0004", "0.01")
                        .note("0.3 ms of a processor, of which a unit has a quarter, at half load")
                        .inferred(Sources.PROPOSAL),
                entry("cost.aurora-storage-price", Kind.NUMBER)
                        .unit(USD)
                        .aws("0.10")
                        .sweep("0.10", "0.225")
                        .note("a GB a month, in each region")
                        .documented(Sources.AURORA_PRICES),
                entry("cost.aurora-io-price", Kind.NUMBER)
                        .unit(USD)
                        .aws("0.20")
                        .sweep("0", "0.20")
                        .note("a million I/Os of 4 KiB, and as much for each region that they are replicated to")
                        .documented(Sources.AURORA_PRICES),
                entry("cost.instance-price", Kind.NUMBER)
                        .unit(USD)
                        .aws("0.192")
                        .sweep("0.096", "0.768")
                        .note("an hour of a machine (m5.xlarge)")
                        .documented(Sources.EC2_PRICES),
                entry("cost.disk-price", Kind.NUMBER)
                        .unit(USD)
                        .aws("0.08")
                        .sweep("0.08", "0.125")
                        .note("a GB a month of a machine's disk (gp3)")
                        .documented(Sources.EC2_PRICES));
    }
}
