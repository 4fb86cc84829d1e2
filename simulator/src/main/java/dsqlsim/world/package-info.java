/** Places, nodes, links, clocks and disks: the machines that a design runs on, and what faults bend. */
package dsqlsim.world;
