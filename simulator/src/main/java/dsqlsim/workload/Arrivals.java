package dsqlsim.workload;

/** When a workload's transactions are offered. */
interface Arrivals {
    void start();

    /** Offers so many times what the scenario says from now on; 1 is as it says. */
    void scale(double factor);

    /** Offers nothing any more. */
    void stop();

    /** Takes one transaction and, when there is somebody, tells who offered it that it has ended. */
    interface Sink {
        void offer(long serial, User user);
    }

    /** Somebody who waits for a transaction to end before the next one. */
    interface User {
        void done();
    }
}
