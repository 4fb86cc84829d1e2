package dsqlsim.explore;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.scenario.InvalidScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Draws scenarios, runs them on all cores and puts the outcomes together in the order of their numbers, so that the same seed
 * finds the same, whatever the number of threads.
 */
public final class Exploration {
    private final Request request;
    private final Totals totals;
    private final ScenarioDice dice;
    private final Consumer<Totals> progress;
    private final AtomicInteger next;
    private final Map<Integer, Outcome> early = new TreeMap<>();
    private final long endNanos;
    private volatile int last;
    private Throwable failure;

    /** Goes on from what {@code totals} has. {@code progress} is told after each run, in order. */
    public Exploration(Request request, Totals totals, Consumer<Totals> progress) {
        this.request = request;
        this.totals = totals;
        this.progress = progress;
        dice = new ScenarioDice(request);
        next = new AtomicInteger(totals.runs());
        last = request.runs();
        endNanos = request.nanos() == 0 ? Long.MAX_VALUE : System.nanoTime() + request.nanos();
    }

    /** Explores until the budget of runs or time is used up, or something is found if that is enough. */
    public Totals run() throws InterruptedException {
        Thread[] threads = new Thread[request.threads()];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(this::work, "explore-" + i);
            threads[i].setDaemon(true);
            threads[i].start();
        }
        for (Thread each : threads) {
            each.join();
        }
        if (failure != null) {
            throw new IllegalStateException("an explored scenario could not be run", failure);
        }
        return totals;
    }

    private void work() {
        while (System.nanoTime() < endNanos) {
            int number = next.getAndIncrement();
            if (number >= last) {
                return;
            }
            try {
                done(explore(number));
            } catch (InvalidScenario | RuntimeException | Error e) {
                failed(e);
                return;
            }
        }
    }

    private Outcome explore(int number) throws InvalidScenario {
        String text = dice.draw(number).text();
        Checked.Result result = Checked.run(text, request.budget());
        List<Violation> violations = new ArrayList<>(result.violations());
        if (request.bug() != PlantedBug.NONE && !violations.isEmpty()) {
            List<Violation> without = withoutBug(text);
            violations.removeIf(each -> !each.safety() || without.stream().anyMatch(each::like));
        }
        if (request.verify()) {
            Twice.differs(text, request.budget(), result).ifPresent(violations::add);
        }
        long fired = result.result() == null ? 0 : result.result().events();
        return new Outcome(
                number,
                violations,
                result.watch().events(),
                result.watch().coverage(),
                fired,
                violations.isEmpty() ? null : text);
    }

    /** What the protocol as it should be does wrong in the same scenario; a planted bug must be seen to be what is wrong. */
    private List<Violation> withoutBug(String text) throws InvalidScenario {
        Draft draft = Draft.of(text);
        draft.block("settings").remove(Reductions.BUG);
        return Checked.run(draft.text(), request.budget()).violations();
    }

    private synchronized void failed(Throwable thrown) {
        failure = failure == null ? thrown : failure;
        last = 0;
    }

    private synchronized void done(Outcome outcome) {
        early.put(outcome.number(), outcome);
        while (early.containsKey(totals.runs()) && totals.runs() < last) {
            Outcome due = early.remove(totals.runs());
            totals.add(due);
            if (request.untilFound() && !due.violations().isEmpty()) {
                last = totals.runs();
            }
            progress.accept(totals);
        }
    }
}
