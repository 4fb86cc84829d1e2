/** What operators do to a system while it runs, and what their clusters go through: created, peered, idle, updated, deleted. */
package dsqlsim.operation;
