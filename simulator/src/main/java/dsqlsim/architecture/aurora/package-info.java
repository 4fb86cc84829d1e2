/** Amazon Aurora in one region, and Aurora Global Database. */
package dsqlsim.architecture.aurora;
