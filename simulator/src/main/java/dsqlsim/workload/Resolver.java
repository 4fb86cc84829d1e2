package dsqlsim.workload;

/** A name as the clients of a workload may ask for it: the index of the region whose endpoint it points to now. */
@FunctionalInterface
public interface Resolver {
    int answer();
}
