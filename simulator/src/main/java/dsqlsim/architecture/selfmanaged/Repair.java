package dsqlsim.architecture.selfmanaged;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import dsqlsim.world.Timer;
import java.util.List;
import java.util.Optional;

/**
 * What people do when the primary does not serve, step by step; each takes its time, and what happens meanwhile counts: a primary that
 * comes back ends it, a machine or a backup that fails them sends them back a step. With an automatic failover a program takes
 * the first two steps, and nobody has to wake up.
 */
final class Repair {
    private enum Step {
        NONE,
        DETECTING,
        DECIDING,
        PROMOTING,
        PROVISIONING,
        RESTORING,
        VALIDATING,
        REPOINTING
    }

    private final Site site;
    private final Config config;
    private final Desk desk;
    private final Timer check;
    private final Timer done;
    private Step step = Step.NONE;
    private Machine replacement;
    private Snapshot snapshot;
    /** How many of the newest backups have turned out to be of no use. */
    private int useless;

    private long incidents;
    private long steps;
    private long standbyReadyAt = -1;

    Repair(Site site, Desk desk) {
        this.site = site;
        this.config = site.config;
        this.desk = desk;
        this.check = new Timer(desk, Kinds.TIMER, this::check);
        this.done = new Timer(desk, Kinds.STEP, this::done);
        check.set(config.checkEvery);
    }

    /** Somebody else has noticed and decided. Answers why they do not act. */
    Optional<String> act() {
        if (working()) {
            return Optional.of("the primary serves");
        }
        if (step.compareTo(Step.DECIDING) > 0) {
            return Optional.of("it is under way already");
        }
        step = Step.DECIDING;
        done.set(0);
        return Optional.empty();
    }

    private boolean working() {
        return desk.sees(site.primary) && site.primary.state() == Machine.State.PRIMARY;
    }

    private boolean standbyFit() {
        Machine standby = site.standby;
        return standby != null && standby.state() == Machine.State.STANDBY && desk.sees(standby);
    }

    private void check() {
        check.set(config.checkEvery);
        if (step != Step.NONE) {
            return;
        }
        if (!working()) {
            incidents++;
            boolean automatic = config.automatic && standbyFit();
            go(Step.DETECTING, automatic ? config.failoverAfter : config.detect);
        } else if (config.standby && (site.standby == null || site.standby.state() != Machine.State.STANDBY)) {
            replaceStandby();
        }
    }

    private void go(Step next, Distribution takes) {
        step = next;
        long key = Randomness.key(desk.world().seed(), "repair");
        done.set(takes.sample(Randomness.key(Randomness.key(key, incidents), ++steps)));
    }

    private void go(Step next, long takes) {
        step = next;
        done.set(takes);
    }

    /** A step is over. */
    private void done() {
        if (step != Step.REPOINTING && working()) {
            tell("repair-abandoned", site.primary);
            step = Step.NONE;
            return;
        }
        switch (step) {
            case DETECTING -> {
                tell("failure-detected", site.primary);
                go(Step.DECIDING, config.automatic && standbyFit() ? Distribution.ZERO : config.decide);
            }
            case DECIDING -> {
                tell("operator-decided", site.primary);
                useless = 0;
                if (standbyFit()) {
                    go(Step.PROMOTING, config.promoteTime);
                } else {
                    provision();
                }
            }
            case PROMOTING -> promoted();
            case PROVISIONING -> provisioned();
            case RESTORING -> {
                tell("restored", replacement);
                go(Step.VALIDATING, config.validate);
            }
            case VALIDATING -> validated();
            default -> {
                site.address.point(site.primary);
                tell("rerouted", site.primary);
                step = Step.NONE;
            }
        }
    }

    private void promoted() {
        if (standbyFit()) {
            Machine standby = site.standby;
            site.standby = null;
            takeOver(standby, standby.onDisk());
        } else {
            provision();
        }
    }

    private void provision() {
        replacement = site.spare(desk);
        go(Step.PROVISIONING, config.provision);
    }

    private void provisioned() {
        if (replacement == null || !desk.sees(replacement)) {
            provision();
            return;
        }
        List<Snapshot> all = site.store.snapshots();
        boolean readable = desk.sees(site.store) && desk.world().reachable(site.store, replacement);
        if (!readable || all.size() <= useless) {
            go(Step.PROVISIONING, config.checkEvery);
            return;
        }
        tell("restore-begun", replacement);
        snapshot = all.get(all.size() - 1 - useless);
        go(Step.RESTORING, config.copyNanos());
    }

    private void validated() {
        if (!desk.sees(replacement)) {
            provision();
        } else if (!snapshot.usable) {
            tell("backup-unusable", site.store);
            useless++;
            provisioned();
        } else {
            replacement.restore(snapshot);
            takeOver(replacement, snapshot.lsn());
        }
    }

    private void takeOver(Machine successor, long lsn) {
        int timeline = site.timelines.begin(successor.timeline(), lsn);
        if (site.primary != successor) {
            site.primary.retire();
        }
        site.primary = successor;
        successor.lead(timeline);
        tell("replica-replaced", successor);
        go(Step.REPOINTING, config.repoint);
    }

    /** A new standby takes a machine and a copy of everything. */
    private void replaceStandby() {
        long now = desk.world().now();
        if (standbyReadyAt < 0) {
            site.standby = null;
            long key = Randomness.key(Randomness.key(desk.world().seed(), "standby"), ++steps);
            standbyReadyAt = now + config.provision.sample(key) + config.copyNanos();
        } else if (now >= standbyReadyAt) {
            Machine spare = site.spare(desk);
            if (spare != null) {
                spare.follow(site.primary);
                site.standby = spare;
                standbyReadyAt = -1;
                tell("standby-ready", spare);
            }
        }
    }

    private void tell(String what, dsqlsim.world.Node node) {
        desk.world().observer().happened(what, node.id, -1, -1, desk.world().now());
    }
}
