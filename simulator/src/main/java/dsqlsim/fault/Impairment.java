package dsqlsim.fault;

import dsqlsim.kernel.Distribution;

/**
 * What an impaired link does to messages.
 *
 * @param delay added to each
 * @param jitter added to each as well, drawn anew
 * @param loss share of packets that are lost; each is a delay, unless datagrams
 * @param duplicate share of packets that come twice; nodes see it only with datagrams
 * @param share of the flows (pairs of nodes) that are hit
 * @param datagrams raw loss, duplication and reordering instead of TCP
 */
public record Impairment(
        Distribution delay, Distribution jitter, double loss, double duplicate, double share, boolean datagrams) {}
