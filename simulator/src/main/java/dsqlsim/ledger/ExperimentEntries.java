package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;

import java.util.List;

/** What only tests of the simulator set. */
final class ExperimentEntries {
    private ExperimentEntries() {}

    static List<Assumption> all() {
        return List.of(choice("faults.planted-bug", PlantedBug.labels())
                .note("a mistake put into the protocol on purpose, to see that the checks find it")
                .inferred(Sources.PROPOSAL));
    }
}
