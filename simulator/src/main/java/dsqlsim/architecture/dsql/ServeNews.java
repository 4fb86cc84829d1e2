package dsqlsim.architecture.dsql;

import dsqlsim.world.Message;

/** The control plane's word that this region can't serve, or serves again. */
final class ServeNews extends Message<QueryProcessor> {
    private final boolean refuse;
    private final long index;

    ServeNews(boolean refuse, long index) {
        this.refuse = refuse;
        this.index = index;
    }

    @Override
    protected void deliver() {
        to.refuse(refuse, index);
    }

    @Override
    protected long identity() {
        return index;
    }

    @Override
    protected int kind() {
        return Kinds.SERVE_NEWS;
    }
}
