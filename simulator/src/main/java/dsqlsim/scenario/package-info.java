/** The scenario language: from a file to the records that a run is made of, or to every mistake in it. */
package dsqlsim.scenario;
