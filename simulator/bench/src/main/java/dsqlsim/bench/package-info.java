/** Benchmarks of the kernel, built only with {@code -Pbench}. */
package dsqlsim.bench;
