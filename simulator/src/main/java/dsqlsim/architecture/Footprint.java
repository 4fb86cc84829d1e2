package dsqlsim.architecture;

/**
 * What a deployment occupies, as far as a bill depends on it. What was done in it, the run itself counts.
 *
 * @param compute how computing is billed
 * @param machines how many are rented; for {@link Compute#REQUESTS} it means nothing
 * @param copiesBilled how often the data are billed as storage: once for each region that holds them
 * @param writesBilled in how many regions what is written is billed
 * @param sentTo to how many other regions every written byte is sent, and billed as transfer
 */
public record Footprint(Compute compute, int machines, int copiesBilled, int writesBilled, int sentTo) {
    /** How computing is billed. */
    public enum Compute {
        /** By what requests use (DSQL: DPU). */
        REQUESTS,
        /** By capacity that follows the load (Aurora Serverless: ACU), for each machine. */
        CAPACITY,
        /** By the hour, whatever the load. */
        INSTANCES
    }
}
