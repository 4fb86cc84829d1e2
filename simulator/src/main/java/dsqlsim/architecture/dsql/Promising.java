package dsqlsim.architecture.dsql;

import dsqlsim.world.Timer;
import dsqlsim.world.World;

/** A leader's promises: to commit nothing at or below a floor that runs ahead of its clock, again and again. */
final class Promising {
    private static final long CONTINUOUS_TICK = 5_000_000L;
    /** While nobody asks, continuous promises may be rare: who does ask is promised at once. */
    private static final long IDLE_TICK = 250_000_000L;

    private static final long IDLE_AFTER = 50_000_000L;

    private final Adjudicator self;
    private final Leader leader;
    private final Followers followers;
    private final World world;
    private final Config config;
    private final Timer timer;

    private long floor = -1;
    private long promises;
    private long stirredAt = Long.MIN_VALUE / 2;

    Promising(Adjudicator self, Leader leader, Followers followers) {
        this.self = self;
        this.leader = leader;
        this.followers = followers;
        this.world = self.world();
        this.config = self.config();
        this.timer = new Timer(self, Kinds.TIMER, this::tick);
    }

    /** The highest floor that it promised, or -1. */
    long floor() {
        return floor;
    }

    void begin() {
        timer.set(0);
    }

    void stop() {
        timer.cancel();
    }

    private void tick() {
        promise();
        if (!leader.serving()) {
            return;
        }
        if (config.continuousPromises()) {
            timer.set(world.now() - stirredAt > IDLE_AFTER ? IDLE_TICK : CONTINUOUS_TICK);
        } else { // All leaders at the same instants, so that promises travel together.
            timer.set(config.promiseInterval - world.now() % config.promiseInterval);
        }
    }

    /** Something has come that others may wait for: continuous promises are frequent again. */
    private void stir() {
        if (config.continuousPromises()) {
            boolean idle = world.now() - stirredAt > IDLE_AFTER;
            stirredAt = world.now();
            if (idle && leader.serving()) {
                timer.set(CONTINUOUS_TICK);
            }
        }
    }

    /** Somebody took a start timestamp: with continuous promises this leader promises it as soon as its clock allows. */
    void reaching(long start) {
        stir();
        if (!leader.serving() || floor >= start) {
            return;
        }
        long wait = start - (self.clock.earliest() + leader.lead());
        if (wait <= 0) {
            promise();
        } else {
            new Timer(self, Kinds.TIMER, this::promise).set(wait);
        }
    }

    private void promise() {
        if (!leader.deciding() || !self.clock.usable()) {
            if (!self.clock.usable() && leader.serving()) {
                self.stepDown();
            }
            return;
        }
        leader.raiseFloor(Math.min(self.clock.earliest() + leader.lead(), leader.lease()));
        if (leader.floor() > floor) {
            floor = leader.floor();
            promises++;
            for (Journal each : self.members()) {
                if (followers.reaches(each)) {
                    Promise promise = new Promise(
                            self, leader.epoch(), leader.durable(), leader.log().last(), floor, promises);
                    world.sendTogether(self, each, promise, self.layout().path(self, each.region, each.zone));
                }
            }
        }
    }
}
