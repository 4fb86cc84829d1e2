/** What is measured in a run: from what happens ({@link dsqlsim.txn.Observer}) to numbers, by their exact definitions. */
package dsqlsim.measure;
