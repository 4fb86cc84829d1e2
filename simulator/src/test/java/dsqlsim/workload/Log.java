package dsqlsim.workload;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that clients report. */
final class Log implements Observer {
    record Offer(int workload, long transaction, Plan plan, long at) {}

    record End(long transaction, Attempt last, boolean succeeded, int attempts) {}

    record Connect(int endpoint, long from, long at, boolean succeeded) {}

    final List<Offer> offers = new ArrayList<>();
    final List<Attempt> started = new ArrayList<>();
    final List<Attempt> ended = new ArrayList<>();
    final List<String> operations = new ArrayList<>();
    final List<End> ends = new ArrayList<>();
    final List<Connect> connects = new ArrayList<>();

    @Override
    public void offered(int workload, int region, long transaction, Plan plan, long now) {
        offers.add(new Offer(workload, transaction, plan, now));
    }

    @Override
    public void started(Attempt attempt) {
        started.add(attempt);
    }

    @Override
    public void answered(Attempt attempt, Operation operation, long from, long now) {
        operations.add(operation.label() + " " + (now - from));
    }

    @Override
    public void ended(Attempt attempt) {
        ended.add(attempt);
    }

    @Override
    public void finished(long transaction, Attempt last, boolean succeeded, int attempts) {
        ends.add(new End(transaction, last, succeeded, attempts));
    }

    @Override
    public void connected(int workload, int region, int endpoint, long from, long now, boolean succeeded) {
        connects.add(new Connect(endpoint, from, now, succeeded));
    }

    List<Long> offerTimes(int workload) {
        return offers.stream()
                .filter(o -> o.workload == workload)
                .map(Offer::at)
                .toList();
    }

    List<Outcome> outcomes() {
        return ended.stream().map(a -> a.outcome).toList();
    }

    long succeeded() {
        return ends.stream().filter(End::succeeded).count();
    }
}
