/** What the messages of a run were, for those who want to look closely: traces of a window, and transactions under a lens. */
package dsqlsim.trace;
