/** How a failure gets known and acted upon: schedules, probes, metrics, alarms, notifications, and people. */
package dsqlsim.monitor;
