package dsqlsim.explore;

import dsqlsim.ledger.PlantedBug;

/** The scenarios that exploration draws, one by one: for tests that bring their own loop. */
public final class Drawn {
    private Drawn() {}

    /** The text of the scenario with this number under a seed; the same for everybody. */
    public static String text(long seed, int number, Budget budget) {
        Request request = new Request(seed, number + 1, 0, budget, PlantedBug.NONE, null, null, false, false, 1);
        return new ScenarioDice(request).draw(number).text();
    }
}
