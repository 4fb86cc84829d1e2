/** What goes wrong in a scenario: one record per kind, and when each begins and ends. */
package dsqlsim.fault;
