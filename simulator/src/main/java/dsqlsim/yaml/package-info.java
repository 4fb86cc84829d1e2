/** Reading YAML so that every mistake is reported where it is. */
package dsqlsim.yaml;
