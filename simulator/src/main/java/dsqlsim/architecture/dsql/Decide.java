package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Event;

/** A decision that is due when the adjudicator has worked its way to it. */
final class Decide extends Event {
    private final Adjudicator adjudicator;
    private final int incarnation;
    private final Certify request;

    Decide(Adjudicator adjudicator, Certify request) {
        this.adjudicator = adjudicator;
        this.incarnation = adjudicator.incarnation();
        this.request = request;
    }

    @Override
    protected void fire() {
        if (adjudicator.incarnation() == incarnation && !adjudicator.deferred(this)) {
            adjudicator.decide(request);
        }
    }

    @Override
    protected int kind() {
        return Kinds.DECIDE;
    }

    @Override
    protected int node() {
        return adjudicator.id;
    }
}
