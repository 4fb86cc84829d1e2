/** The event loop, virtual time and random numbers. Uses nothing else of dsqlsim. */
package dsqlsim.kernel;
