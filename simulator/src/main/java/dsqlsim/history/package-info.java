/** Checks transaction histories, from this simulator or from anywhere, against isolation models. */
package dsqlsim.history;
