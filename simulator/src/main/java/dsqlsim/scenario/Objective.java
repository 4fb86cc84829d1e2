package dsqlsim.scenario;

import dsqlsim.fault.Disruption;

/** How fast service must be back and how much may be lost after disruptions of one type; -1 where nothing is said. In nanoseconds. */
public record Objective(Disruption disruption, long rtoNanos, long rpoNanos) {}
