/** Safety checks: each listens to a run and says whether what it promises was kept. */
package dsqlsim.check;
