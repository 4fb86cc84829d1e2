package dsqlsim.architecture.aurora;

import dsqlsim.world.Timer;
import java.util.Optional;

/** Instances that a region is to have beside those that it has, one after the other. */
final class Additions {
    private final ControlPlane self;
    private final Timer creation;
    /** Durable: whether one is being created. */
    private boolean underWay;

    Additions(ControlPlane self) {
        this.self = self;
        this.creation = new Timer(self, Kinds.TIMER, this::done);
    }

    /** An operator wants one. Empty when it is under way, else why it is refused. */
    Optional<String> order() {
        if (!self.up()) {
            return Optional.of("the control plane is out");
        }
        if (underWay) {
            return Optional.of("an instance is being created");
        }
        ensure();
        return Optional.empty();
    }

    /** Creates an instance, if none is being created. */
    void ensure() {
        if (!underWay) {
            underWay = true;
            set();
        }
    }

    private void set() {
        creation.set(self.config().instanceCreation.sample(self.draw(3)));
    }

    private void done() {
        underWay = false;
        self.create();
    }

    /** The control plane is back, and begins again what it was about to do. */
    void resume() {
        if (underWay) {
            set();
        }
    }
}
