package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a month of this would cost, at list prices, from what the run itself counted.
 *
 * @param currency of all amounts
 * @param month seconds that count as a month
 * @param basis the phase whose rates are taken for the month's: {@code before} any fault, or {@code whole}
 * @param total of all items
 */
public record CostEstimate(
        @JsonProperty(required = true) String currency,
        @JsonProperty(required = true) double month,
        @JsonProperty(required = true) String basis,
        @JsonProperty(required = true) double total,
        @JsonProperty(required = true) List<Item> items) {
    public CostEstimate {
        items = Frozen.list(items);
    }

    /**
     * A line of the bill.
     *
     * @param name such as {@code write DPU}
     * @param quantity in a month
     * @param price for one unit, from the ledger
     * @param setting the ledger's id of the price
     * @param from where the quantity comes from, in a few words
     */
    public record Item(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) double quantity,
            @JsonProperty(required = true) String unit,
            @JsonProperty(required = true) double price,
            @JsonProperty(required = true) String setting,
            @JsonProperty(required = true) double amount,
            @JsonProperty(required = true) String from) {}
}
