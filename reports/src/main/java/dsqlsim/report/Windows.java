package dsqlsim.report;

import java.util.List;

/** When a fault was in force. */
final class Windows {
    private Windows() {}

    /** Every injection; of a fault that does not repeat, the one. */
    static List<FaultWindow> of(FaultResult fault) {
        return fault.windows().isEmpty() ? List.of(new FaultWindow(fault.at(), fault.healed())) : fault.windows();
    }
}
