/** Exploration: scenarios drawn at random, run, checked, and shrunk to something that a person can read. */
package dsqlsim.explore;
