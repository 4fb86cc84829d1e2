/** One scenario on one architecture, from the records to a result. The only place that knows all the parts. */
package dsqlsim.run;
