/** Several runs side by side: designs, twins, studies, and which assumptions an answer hinges on. */
package dsqlsim.compare;
