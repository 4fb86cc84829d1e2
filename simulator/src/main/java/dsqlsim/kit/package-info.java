/** For tests of one's own: run a scenario from Java, change it, and ask what came of it. */
package dsqlsim.kit;
