/** Transactions as clients see them: plans, attempts, outcomes, and who is told what happens to them. */
package dsqlsim.txn;
