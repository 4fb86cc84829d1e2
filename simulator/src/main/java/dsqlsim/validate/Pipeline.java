package dsqlsim.validate;

import dsqlsim.report.ResultJson;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Plan;
import java.util.List;
import java.util.Map;

/** A whole run: is everybody who came in there as long as they say, and does the same seed give the same bytes? */
final class Pipeline implements Bench {
    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        Presence presence = new Presence();
        String first = run(with, seed, n, presence);
        return Map.of(
                "little", presence.ratio(),
                "same", first.equals(run(with, seed, n, null)) ? 1.0 : 0.0,
                "other", first.equals(run(with, seed + 1, n, null)) ? 1.0 : 0.0);
    }

    private static String run(Parameters with, long seed, int n, Observer observer) {
        Options options = observer == null ? Options.STANDARD : Options.STANDARD.observing(observer);
        Scenario scenario = scenario(with.text("scenario"), n);
        return ResultJson.write(Experiment.run(
                scenario, Architectures.find(scenario.topology().architecture()).orElseThrow(), seed, options));
    }

    private static Scenario scenario(String name, int n) {
        try {
            String text = Library.bundled("laboratory/" + name);
            return ScenarioReader.read(name, text, List.of("stop.attempts=" + n));
        } catch (InvalidScenario e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps two books: of each transaction its stay, and how many there are over time. Both up to the last moment when nobody was there. */
    private static final class Presence implements Observer {
        private int present;
        private long since;
        private double integral;
        private double stays;
        private double ratio = Double.NaN;

        @Override
        public void offered(int workload, int region, long transaction, Plan plan, long now) {
            moveTo(now);
            present++;
        }

        @Override
        public void finished(long transaction, Attempt last, boolean succeeded, int attempts) {
            moveTo(last.endedAt);
            present--;
            stays += last.endedAt - last.offeredAt;
            if (present == 0) {
                ratio = stays / integral;
            }
        }

        private void moveTo(long now) {
            integral += (double) present * (now - since);
            since = now;
        }

        private double ratio() {
            return ratio;
        }
    }
}
