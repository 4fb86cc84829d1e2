/** The assumption ledger: every constant of the model with its value, source and confidence, and the values of one run. */
package dsqlsim.ledger;
