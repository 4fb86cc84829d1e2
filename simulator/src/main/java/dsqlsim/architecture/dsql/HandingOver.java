package dsqlsim.architecture.dsql;

import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.Arrays;

/** A leader's last act when its shard is to be led elsewhere: it has its grants lowered to what it promised, then lets another stand. */
final class HandingOver {
    private final Adjudicator self;
    private final Leader leader;
    private final Followers followers;
    private final World world;
    private final Config config;
    private final Timer timer;

    private boolean underWay;
    private Adjudicator successor;
    private long lowersTo;

    HandingOver(Adjudicator self, Leader leader, Followers followers) {
        this.self = self;
        this.leader = leader;
        this.followers = followers;
        this.world = self.world();
        this.config = self.config();
        this.timer = new Timer(self, Kinds.TIMER, this::finish);
    }

    boolean underWay() {
        return underWay;
    }

    /** Begins, with the highest time that anything was promised up to. */
    void begin(Adjudicator target, long promised) {
        underWay = true;
        successor = target;
        lowersTo = promised;
        world.observer().happened("hand-over", self.id, self.shard, leader.epoch(), world.now());
        Arrays.fill(followers.granted, Long.MAX_VALUE);
        for (Journal each : self.members()) {
            if (followers.reaches(each)) {
                world.send(
                        self, each, new KeepAlive(self, leader.epoch(), leader.durable(), world.now(), lowersTo, true));
            }
        }
        timer.set(config.electionMax);
    }

    /** A replica has answered; a quorum's grants are at {@code held} now. */
    void onGrant(long held) {
        if (held <= lowersTo && followers.loweredTo(lowersTo)) {
            finish();
        }
    }

    /** Lets the successor stand, and if that does not come to lead in time makes way silently. */
    private void finish() {
        if (successor != null) {
            world.send(self, successor, new HandOver(successor, leader.epoch()));
            successor = null;
            timer.set(config.electionMax * 2);
        } else {
            self.stepDown();
        }
    }

    void stop() {
        timer.cancel();
    }
}
