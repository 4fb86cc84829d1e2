/** A cache in front of a database, in the manner of ElastiCache with a Global Datastore: fast, near, and behind. */
package dsqlsim.cache;
