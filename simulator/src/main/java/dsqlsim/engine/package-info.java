/** Databases with one writer and row locks: what designs with such an engine share. */
package dsqlsim.engine;
