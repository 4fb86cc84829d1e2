/** What clients want and how they behave: arrivals, keys, transactions, retries, connections, routing. */
package dsqlsim.workload;
