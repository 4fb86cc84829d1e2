/** What a month of a run would cost, from its own counts and the prices of the ledger. */
package dsqlsim.cost;
