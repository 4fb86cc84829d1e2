package dsqlsim.architecture;

import dsqlsim.world.Message;
import dsqlsim.world.Node;

/** What is said while a connection is opened: each of it once. */
public abstract class Opening<N extends Node> extends Message<N> {
    protected final Connection connection;
    private final int kind;

    protected Opening(Connection connection, int kind) {
        this.connection = connection;
        this.kind = kind;
    }

    @Override
    protected final long identity() {
        return connection.id;
    }

    @Override
    protected final int kind() {
        return kind;
    }
}
