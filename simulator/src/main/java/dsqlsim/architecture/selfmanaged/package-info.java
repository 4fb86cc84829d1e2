/** A database on a machine of one's own: local disk, perhaps a standby, backups elsewhere, and people who repair it. */
package dsqlsim.architecture.selfmanaged;
