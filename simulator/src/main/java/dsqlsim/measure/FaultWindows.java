package dsqlsim.measure;

import dsqlsim.report.FaultWindow;
import java.util.ArrayList;
import java.util.List;

/** When each fault was injected and healed, as often as it was. */
final class FaultWindows {
    private static final class Window {
        final long from;
        long to = -1;

        Window(long from) {
            this.from = from;
        }
    }

    private final List<List<Window>> byFault = new ArrayList<>();

    FaultWindows(int faults) {
        for (int i = 0; i < faults; i++) {
            byFault.add(new ArrayList<>());
        }
    }

    void injected(int fault, long now) {
        byFault.get(fault).add(new Window(now));
    }

    /** Heals the oldest that is open. */
    void healed(int fault, long now) {
        for (Window window : byFault.get(fault)) {
            if (window.to < 0) {
                window.to = now;
                return;
            }
        }
    }

    /** In seconds; empty when the fault was never injected. */
    List<FaultWindow> of(int fault) {
        return byFault.get(fault).stream()
                .map(window -> new FaultWindow(window.from / 1e9, window.to < 0 ? null : (Double) (window.to / 1e9)))
                .toList();
    }
}
