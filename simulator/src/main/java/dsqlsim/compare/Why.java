package dsqlsim.compare;

import dsqlsim.report.CostEstimate;
import dsqlsim.report.FaultResult;
import dsqlsim.report.Figures;
import dsqlsim.report.LatencyStats;
import dsqlsim.report.Parts;
import dsqlsim.report.RecoveryPoint;
import dsqlsim.report.RecoveryTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Where the differences of a row come from, told by the runs' own counts, waits and parts. */
final class Why {
    private final List<Entrant> entrants;

    Why(List<Entrant> entrants) {
        this.entrants = entrants;
    }

    /** Whether service did not come back before the run was over. */
    static boolean away(RecoveryTime time) {
        return time.seconds() == null && time.goodWithin() != null;
    }

    // ---- loss

    String loss() {
        List<String> parts = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        for (Entrant each : entrants) {
            Optional<RecoveryPoint> worst = each.result().faults().stream()
                    .map(FaultResult::rpo)
                    .max(Comparator.comparingLong((RecoveryPoint point) -> point.lost())
                            .thenComparingLong(RecoveryPoint::unavailable));
            RecoveryPoint point = worst.orElseThrow();
            if (point.lost() > 0) {
                parts.add(each.name() + " lost " + commits(point.lost()) + " that no surviving part has, from "
                        + Figures.duration(point.seconds()) + " on");
            } else if (point.unavailable() > 0) {
                parts.add(each.name() + " lost none, but " + commits(point.unavailable())
                        + " can be had only once the failed part is back");
            } else {
                whole.add(each.name());
            }
        }
        if (!whole.isEmpty()) {
            parts.add("what survived in " + Words.and(whole) + " holds every acknowledged commit");
        }
        return Words.sentences(parts);
    }

    private static String commits(long count) {
        return Words.counted(count, "acknowledged commit", "acknowledged commits");
    }

    // ---- recovery

    String recovery(String region, String operation) {
        List<String> parts = new ArrayList<>();
        List<String> calm = new ArrayList<>();
        for (Entrant each : entrants) {
            List<RecoveryTime> times = Table.times(each, region, operation);
            Optional<RecoveryTime> worst = times.stream()
                    .filter(time -> time.seconds() != null)
                    .max(Comparator.comparingDouble(RecoveryTime::seconds));
            if (times.stream().anyMatch(Why::away)) {
                parts.add(each.name() + " was still away when the run ended");
            } else if (worst.isPresent() && worst.get().seconds() > 0) {
                parts.add(each.name() + ": " + spent(each, worst.get()));
            } else if (worst.isPresent()) {
                calm.add(each.name());
            }
        }
        if (!calm.isEmpty()) {
            parts.add(Words.and(calm) + ": no interruption that counts");
        }
        return Words.sentences(parts);
    }

    private static String spent(Entrant entrant, RecoveryTime time) {
        boolean healed = entrant.result().faults().stream()
                .filter(each -> each.rto().contains(time) && each.healed() != null)
                .anyMatch(each -> time.seconds() >= each.healed() - each.at());
        String until = healed ? "only after the fault had healed" : "";
        String parts = Parts.sum(time);
        return parts.isEmpty()
                ? (healed ? until : Figures.duration(time.seconds()))
                : parts + (healed ? ", " + until : "");
    }

    // ---- availability and failures

    String availability(String region) {
        return fared(
                each -> Counts.of(each.result(), workload -> workload.region().equals(region)));
    }

    String failures() {
        return fared(each -> Counts.of(each.result()));
    }

    private String fared(Function<Entrant, Counts> counting) {
        List<String> parts = new ArrayList<>();
        for (Entrant each : entrants) {
            Counts counts = counting.apply(each);
            String failures = counts.failures();
            if (counts.gaveUp() > 0 || !failures.isEmpty()) {
                parts.add(each.name() + ": " + Words.count(counts.gaveUp()) + " of " + Words.count(counts.offered())
                        + " gave up" + (failures.isEmpty() ? "" : "; attempts failed: " + failures));
            }
        }
        return parts.isEmpty() ? "Nothing failed in any." : String.join(". ", parts) + ".";
    }

    // ---- conflicts

    String aborts() {
        List<String> parts = new ArrayList<>();
        for (Entrant each : entrants) {
            Counts counts = Counts.of(each.result());
            LatencyStats locks = each.result().waits().get("lock-wait");
            List<String> said = new ArrayList<>();
            if (counts.conflicts() > 0) {
                said.add(Words.counted(counts.conflicts(), "attempt", "attempts") + " met a newer commit of a row");
            }
            if (counts.deadlocks() > 0) {
                said.add(Words.counted(counts.deadlocks(), "attempt", "attempts") + " closed a cycle of waits");
            }
            if (counts.otherAborts() > 0) {
                said.add(Words.count(counts.otherAborts()) + " exceeded a limit or read too old a snapshot");
            }
            if (locks != null) {
                said.add(Words.counted(locks.count(), "statement", "statements") + " waited for a row lock, p99 "
                        + Figures.duration(locks.p99()));
            }
            if (!said.isEmpty()) {
                parts.add(each.name() + ": " + String.join(", ", said));
            }
        }
        return parts.isEmpty() ? "No two transactions were in each other's way." : Words.sentences(parts);
    }

    String anomalies() {
        List<String> parts = new ArrayList<>();
        for (Entrant each : entrants) {
            add(parts, each, "lost-updates", "acknowledged writes replaced unseen");
            add(parts, each, "stale-reads", "reads that missed a commit acknowledged before");
        }
        return parts.isEmpty() ? "None in any." : Words.sentences(parts);
    }

    private static void add(List<String> parts, Entrant entrant, String scalar, String what) {
        Double value = entrant.mean(scalar);
        if (value != null && value > 0) {
            parts.add(entrant.name() + ": " + Figures.digits(value) + " " + what);
        }
    }

    // ---- latency

    String reads() {
        String waits = waits("read-wait", "waited for storage to be complete");
        return waits.isEmpty() ? distance() : waits + " " + distance();
    }

    String commits() {
        String waits = waits("quorum-wait", "waited for its quorum");
        return waits.isEmpty() ? distance() : waits + " " + distance();
    }

    String transactions() {
        return most("retries", each -> attempts(each) - Counts.of(each.result()).offered()) + distance();
    }

    private static long attempts(Entrant entrant) {
        return entrant.result().workloads().stream()
                .mapToLong(each -> each.attempts().total())
                .sum();
    }

    private String most(String what, ToLongFunction<Entrant> counting) {
        return entrants.stream()
                .max(Comparator.comparingLong(counting))
                .filter(each -> counting.applyAsLong(each) > 0)
                .map(each ->
                        "Most " + what + ": " + each.name() + ", " + Words.count(counting.applyAsLong(each)) + ". ")
                .orElse("");
    }

    private String waits(String series, String what) {
        List<String> parts = new ArrayList<>();
        for (Entrant each : entrants) {
            LatencyStats stats = each.result().waits().get(series);
            if (stats != null && stats.p50() != null) {
                parts.add(each.name() + " " + what + " p50 " + Figures.duration(stats.p50()) + ", p99 "
                        + Figures.duration(stats.p99()));
            }
        }
        return Words.sentences(parts);
    }

    /** Who crosses regions to reach a design that has one. */
    private String distance() {
        List<String> far = entrants.stream()
                .filter(each -> each.fit().architecture().span().most() == 1)
                .filter(each -> each.fit().scenario().topology().regions().size() > 1)
                .map(Entrant::name)
                .toList();
        return far.isEmpty()
                ? "All clients are served in a region of their own."
                : "Clients outside " + home() + " cross regions with every statement to " + Words.and(far) + ".";
    }

    private String home() {
        return entrants.get(0).fit().scenario().topology().regionNames().get(0);
    }

    // ---- cost

    String cost() {
        List<String> parts = new ArrayList<>();
        for (Entrant each : entrants) {
            CostEstimate cost = each.result().cost();
            if (cost != null) {
                cost.items().stream()
                        .max(Comparator.comparingDouble(CostEstimate.Item::amount))
                        .ifPresent(item -> parts.add(
                                each.name() + " mostly " + item.name() + ", " + Figures.value(item.amount(), "USD")));
            }
        }
        return Words.sentences(parts);
    }
}
