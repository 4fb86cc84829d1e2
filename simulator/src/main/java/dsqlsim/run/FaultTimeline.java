package dsqlsim.run;

import dsqlsim.fault.Fault;
import dsqlsim.fault.FaultSchedule;
import dsqlsim.fault.Faults;
import dsqlsim.fault.Occurrence;
import dsqlsim.fault.Operate;
import dsqlsim.kernel.Simulation;
import dsqlsim.scenario.Scenario;
import dsqlsim.txn.Observer;
import java.util.ArrayList;
import java.util.List;

/** The faults of a scenario on a run's time line, and whether each had anything to do. */
final class FaultTimeline {
    private final Scenario scenario;
    private final String architecture;
    private final WorldStage stage;
    /** By fault: how often it was injected, whether it was meant for nodes or links, and whether there were any. */
    private final long[] injections;

    private final boolean[] aimed;
    private final boolean[] hit;

    FaultTimeline(Scenario scenario, String architecture, WorldStage stage) {
        this.scenario = scenario;
        this.architecture = architecture;
        this.stage = stage;
        int count = scenario.faults().size();
        injections = new long[count];
        aimed = new boolean[count];
        hit = new boolean[count];
    }

    /** {@code changed} is told when a fault has done or undone what it does. */
    void schedule(Simulation simulation, Observer observer, Runnable changed) {
        for (Occurrence each :
                FaultSchedule.of(scenario.faults(), scenario.topology(), simulation.seed(), scenario.durationNanos())) {
            simulation.at(each.at, new FaultEvent(each.fault, () -> {
                observer.injected(each.fault, simulation.now());
                begin(each);
                changed.run();
            }));
            if (each.until != Occurrence.NEVER) {
                simulation.at(each.until, new FaultEvent(each.fault, () -> {
                    end(each);
                    changed.run();
                    observer.healed(each.fault, simulation.now());
                }));
            }
        }
    }

    /** An order that means nothing for the design is not given: nobody is there to decide it. */
    private void begin(Occurrence each) {
        if (isIdleOrder(each)) {
            return;
        }
        stage.beginOf(scenario.faults().get(each.fault).id(), injections[each.fault]++, each.until);
        each.begin(stage);
        aimed[each.fault] |= stage.aimed();
        hit[each.fault] |= stage.hit();
    }

    private void end(Occurrence each) {
        if (!isIdleOrder(each)) {
            each.end();
        }
    }

    private boolean isIdleOrder(Occurrence each) {
        return each.action instanceof Operate && isMeaningless(scenario.faults().get(each.fault));
    }

    private boolean isMeaningless(Fault fault) {
        return Faults.find(fault.kind())
                .map(kind -> kind.meaningFor(architecture) == null)
                .orElse(false);
    }

    /** The faults that did nothing: they mean nothing for the design, or it has nothing of what they hit. */
    List<Trial.Idle> idle() {
        List<Trial.Idle> idle = new ArrayList<>();
        for (int i = 0; i < hit.length; i++) {
            Fault fault = scenario.faults().get(i);
            if (isMeaningless(fault)) {
                idle.add(new Trial.Idle(fault.id(), fault.kind() + " means nothing for " + architecture));
            } else if (aimed[i] && !hit[i]) {
                String what = fault.kind() + " (" + fault.action().describe() + ")";
                idle.add(new Trial.Idle(fault.id(), what + " hit nothing: " + architecture + " has no such parts"));
            }
        }
        return idle;
    }
}
