/** Asking a region from outside whether it works: the same for health checkers and for monitors. */
package dsqlsim.probe;
