/** Every region accepts writes and sends them to the others afterwards; whoever is thought to have written last wins. */
package dsqlsim.architecture.lww;
