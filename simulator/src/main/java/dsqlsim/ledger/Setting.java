package dsqlsim.ledger;

/** The value of one assumption in one run. */
public record Setting(Assumption assumption, String text, boolean overridden) {}
