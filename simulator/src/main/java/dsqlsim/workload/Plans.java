package dsqlsim.workload;

import dsqlsim.txn.Plan;

/** What the clients of a workload want, transaction by transaction. */
interface Plans {
    /** What the transaction of a serial number does. */
    Plan plan(long serial);
}
