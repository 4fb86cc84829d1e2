/** Results that nobody here wrote, and whether the simulator agrees with them. */
package dsqlsim.validate;
