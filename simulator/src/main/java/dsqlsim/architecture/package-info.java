/** Database designs behind one interface. No design knows another. */
package dsqlsim.architecture;
