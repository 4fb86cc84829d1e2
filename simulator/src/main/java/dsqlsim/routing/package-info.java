/** Route 53 in front of regional endpoints: health checkers, what name servers answer, and how long clients believe it. */
package dsqlsim.routing;
