package dsqlsim.run;

import dsqlsim.workload.Clients;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What faults change of the load. Equal changes are taken back in the reverse order. */
final class LoadChanges {
    private final Clients clients;
    private final Map<String, Deque<Runnable>> undo = new LinkedHashMap<>();

    LoadChanges(Clients clients) {
        this.clients = clients;
    }

    void scale(String workload, double factor) {
        change(workload, scaling(workload, factor), name -> clients.scaleLoad(name, factor));
    }

    void unscale(String workload, double factor) {
        takeBack(scaling(workload, factor));
    }

    private static String scaling(String workload, double factor) {
        return "load " + workload + " " + factor;
    }

    void heat(String workload, double share, int keys) {
        change(workload, heating(workload, share, keys), name -> clients.hotKeys(name, share, keys));
    }

    void cool(String workload, double share, int keys) {
        takeBack(heating(workload, share, keys));
    }

    private static String heating(String workload, double share, int keys) {
        return "hot-keys " + workload + " " + share + " " + keys;
    }

    /** Changes a workload, or all of them if it is null. */
    private void change(String workload, String what, Function<String, Runnable> change) {
        List<Runnable> back = new ArrayList<>();
        for (String name : clients.names()) {
            if (workload == null || workload.equals(name)) {
                back.add(change.apply(name));
            }
        }
        undo.computeIfAbsent(what, missing -> new ArrayDeque<>()).push(() -> back.forEach(Runnable::run));
    }

    private void takeBack(String what) {
        undo.get(what).pop().run();
    }
}
