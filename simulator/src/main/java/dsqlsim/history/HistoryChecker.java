package dsqlsim.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Can a history have come from a database that keeps an isolation model? Where the order of versions follows from the reads the answer
 * is exact; where it does not, all orders are tried in small histories, and in large ones the order of the commit times, which can
 * only acquit.
 */
public final class HistoryChecker {
    private HistoryChecker() {}

    /** Checks one history against one model. */
    public static Judgement check(History history, Model model) {
        if (model.needsTime && !history.timed()) {
            return Judgement.unknown(model.label() + " needs the time when each transaction began and ended");
        }
        List<Txn> txns = history.txns();
        List<Judgement> anomalies = new ArrayList<>();
        boolean lists = history.lists();
        List<Versions> versions =
                lists ? ListVersions.of(txns, anomalies) : RegisterVersions.of(history, txns, anomalies);
        if (!anomalies.isEmpty()) {
            return anomalies.get(0);
        }
        boolean[] part = taking(txns, versions);
        if (model == Model.EXACT_TIMESTAMPS) {
            return ExactTimestamps.check(history, txns, part);
        }
        Judgement cyclic = new Cycles(txns, model, EventGraph.of(txns, part, versions, model, true)).find();
        if (cyclic == null) {
            return Judgement.FINE;
        }
        Judgement lost = lostUpdate(txns, versions);
        boolean certain = lost != null || versions.stream().allMatch(Versions::certain);
        if (certain && versions.stream().anyMatch(each -> each.late().size() > 1)) {
            Judgement anyhow = new Cycles(txns, model, EventGraph.of(txns, part, versions, model, false)).find();
            certain = anyhow != null;
            cyclic = certain ? anyhow : cyclic;
        }
        return certain ? (lost == null ? cyclic : lost) : searched(history, model, cyclic);
    }

    private static Judgement searched(History history, Model model, Judgement cyclic) {
        List<Txn> open = history.txns().stream()
                .filter(each -> each.status() != Txn.Status.ABORTED)
                .toList();
        if (open.size() > OrderSearch.TXNS_MAX) {
            return Judgement.unknown(
                    "the order of the commit times does not explain it, and there are too many others");
        }
        Boolean exists = new OrderSearch(history, open, model).exists();
        if (exists == null) {
            return Judgement.unknown("there are too many orders to try them all");
        }
        return exists ? Judgement.FINE : cyclic;
    }

    /** Who committed for all that can be seen: those who were told so, and those whose writes somebody read. */
    private static boolean[] taking(List<Txn> txns, List<Versions> versions) {
        boolean[] part = new boolean[txns.size()];
        for (int t = 0; t < part.length; t++) {
            part[t] = txns.get(t).status() == Txn.Status.COMMITTED;
        }
        for (Versions each : versions) {
            for (Versions.Reading reading : each.readings()) {
                for (int i = 0; i < reading.position(); i++) {
                    part[each.writers().get(i)] = true;
                }
            }
        }
        return part;
    }

    /** Two that read one version and both replaced it. */
    private static Judgement lostUpdate(List<Txn> txns, List<Versions> versions) {
        for (Versions each : versions) {
            if (!each.told()) {
                continue;
            }
            Set<Integer> writers = new LinkedHashSet<>(each.writers());
            writers.addAll(each.late());
            int[] first = new int[each.writers().size() + 1];
            for (Versions.Reading reading : each.readings()) {
                if (!writers.contains(reading.txn())) {
                    continue;
                }
                int other = first[reading.position()] - 1;
                if (other >= 0) {
                    String a = txns.get(other).id();
                    String b = txns.get(reading.txn()).id();
                    return Judgement.violated(
                            "lost-update",
                            a + " read " + each.key() + " without what " + b + " wrote",
                            b + " read " + each.key() + " without what " + a + " wrote");
                }
                first[reading.position()] = reading.txn() + 1;
            }
        }
        return null;
    }
}
