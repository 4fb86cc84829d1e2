package dsqlsim.workload;

/** Which regional endpoint the connections of a workload go to: the clients' own choice, or what a name server tells them. */
interface Router {
    /** The endpoint of normal times. */
    int home();

    /** The endpoint for a connection that is opened or used now. */
    int endpoint(long now);

    /** An attempt over an endpoint was answered; {@code trial} over a connection that was to try home. */
    void served(int endpoint, boolean trial);

    /** An endpoint did not serve: a connection did not come about, or an attempt got no answer or "unavailable". */
    void failed(int endpoint, long now);

    /** Whether it is time to try home again; if so, the next time is one interval on. */
    boolean triesHome(long now);
}
