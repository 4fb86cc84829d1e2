/** Aurora DSQL's commit path: query processors, adjudicators, journals, crossbar, storage, and the membership of regions. */
package dsqlsim.architecture.dsql;
