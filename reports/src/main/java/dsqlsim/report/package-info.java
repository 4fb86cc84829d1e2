/** What a result is, and how results are written down, compared and shown. Uses nothing else of dsqlsim. */
package dsqlsim.report;
