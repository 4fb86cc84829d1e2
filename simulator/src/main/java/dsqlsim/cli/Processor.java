package dsqlsim.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this program has used of the processors so far. */
final class Processor {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Processor() {}

    /** Seconds, of all threads. */
    static double seconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }
}
