package dsqlsim.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.architecture.Footprint;
import dsqlsim.architecture.Footprint.Compute;
import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.measure.Usage;
import dsqlsim.report.CostEstimate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BillTest {
    private static final Footprint ONE_REGION = new Footprint(Compute.REQUESTS, 0, 1, 1, 0);
    private static final Footprint TWO_REGIONS = new Footprint(Compute.REQUESTS, 0, 2, 2, 0);
    /** 100 writes a second of one row each, for a minute. */
    private static final Usage HUNDRED_WRITES = new Usage("whole", 60, 0, 6000, 6000, 0, 6000);

    private static final Settings SETTINGS = Settings.of(Preset.AWS, false, Map.of());

    /** The worked number of the evidence: 100 writes/s x 0.03 DPU is about 7.8 million DPU, $62, a month. */
    @Test
    void aHundredWritesASecondAreSixtyTwoDollars() {
        CostEstimate bill = Bill.of(ONE_REGION, HUNDRED_WRITES, 0, SETTINGS);
        assertThat(item(bill, "write DPU").quantity()).isCloseTo(7.8e6, within(0.05e6));
        assertThat(bill.total()).isCloseTo(62.2, within(0.1));
    }

    @Test
    void aSecondRegionBillsWritesAgainAndReadsNot() {
        Usage mixed = new Usage("whole", 60, 6000, 6000, 6000, 0, 12000);
        CostEstimate one = Bill.of(ONE_REGION, mixed, 0, SETTINGS);
        CostEstimate two = Bill.of(TWO_REGIONS, mixed, 0, SETTINGS);
        assertThat(item(two, "multi-region write DPU").quantity())
                .isEqualTo(item(one, "write DPU").quantity());
        assertThat(item(two, "read DPU").amount())
                .isEqualTo(item(one, "read DPU").amount());
        assertThat(two.total()).isCloseTo(3 * 62.2, within(0.3));
    }

    @Test
    void aThousandRowsAreSevenAndAHalfDpu() {
        Usage insert = new Usage("whole", 2_592_000, 0, 1, 1000, 0, 1);
        assertThat(item(Bill.of(ONE_REGION, insert, 0, SETTINGS), "write DPU").quantity())
                .isCloseTo(7.6, within(0.1));
    }

    @Test
    void storageIsBilledInEachRegion() {
        CostEstimate two = Bill.of(TWO_REGIONS, HUNDRED_WRITES, 1_000_000, SETTINGS);
        assertThat(item(two, "storage").quantity()).isCloseTo(2 * 1.024, within(1e-9));
        assertThat(item(two, "storage").amount()).isCloseTo(0.676, within(0.001));
    }

    @Test
    void anIdleInstanceStillHasItsLeastCapacity() {
        Usage idle = new Usage("whole", 60, 60, 0, 0, 0, 60);
        CostEstimate bill = Bill.of(new Footprint(Compute.CAPACITY, 2, 1, 1, 0), idle, 0, SETTINGS);
        assertThat(item(bill, "ACU hours").amount()).isCloseTo(2 * 0.5 * 720 * 0.12, within(1e-9));
    }

    @Test
    void machinesCostTheSameWhateverTheyDo() {
        CostEstimate bill = Bill.of(new Footprint(Compute.INSTANCES, 3, 3, 3, 2), HUNDRED_WRITES, 0, SETTINGS);
        assertThat(item(bill, "instance hours").amount()).isCloseTo(3 * 720 * 0.192, within(1e-9));
        assertThat(item(bill, "transfer between regions").quantity())
                .isCloseTo(2 * 100 * 1024 * 2_592_000.0 / 1e9, within(1e-6));
    }

    @Test
    void nothingIsSaidOfARunWithoutTime() {
        assertThat(Bill.of(ONE_REGION, new Usage("whole", 0, 0, 0, 0, 0, 0), 0, SETTINGS))
                .isNull();
    }

    private static CostEstimate.Item item(CostEstimate bill, String name) {
        return bill.items().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
