package dsqlsim.probe;

import dsqlsim.world.World;
import java.util.function.IntPredicate;

/** The interface of a region's control plane, as {@code GetCluster} is: says whether the cluster is active and asks no database. */
public final class ControlApi extends Respondent {
    public static final String ROLE = "control-api";

    private final IntPredicate active;

    /** {@code active} tells by index of region whether its cluster is in the state that counts as healthy. */
    public ControlApi(World world, int region, IntPredicate active) {
        super(world, ROLE, region);
        this.active = active;
    }

    @Override
    void asked(Inquiry inquiry) {
        inquiry.answer(active.test(region));
    }

    @Override
    protected void onCrash() {}

    @Override
    protected void onRestart() {}
}
