package dsqlsim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A result told in sentences that anybody understands. */
public final class Story {
    private Story() {}

    /** The verdict in one sentence, with the counts behind it. */
    public static String verdict(RunResult result) {
        return switch (result.verdict()) {
            case MET -> kept(result);
            case MISSED -> "Not everything that was asked for holds: " + broken(result) + ".";
            case VIOLATED -> "A promise that the database makes was broken: " + broken(result) + ".";
        };
    }

    private static String kept(RunResult result) {
        List<String> parts = new ArrayList<>();
        add(parts, result.expectations().size(), "expectation met", "expectations met");
        add(parts, objectives(result).size(), "objective met", "objectives met");
        long promised = result.safety().stream()
                .filter(check -> check.verdict() != SafetyVerdict.NOT_PROMISED)
                .count();
        add(
                parts,
                promised,
                "safety check without an unexpected violation",
                "safety checks without an unexpected violation");
        return parts.isEmpty()
                ? "Nothing was asked for: the scenario has no expectation and no objective."
                : "Everything that was asked for holds: " + String.join(", ", parts) + ".";
    }

    private static String broken(RunResult result) {
        List<String> parts = new ArrayList<>();
        violations(result).forEach(check -> parts.add(check.check() + " violated"));
        add(parts, expectations(result, Verdict.MISSED), "expectation missed", "expectations missed");
        add(
                parts,
                expectations(result, Verdict.UNKNOWN),
                "expectation without a sample",
                "expectations without a sample");
        long breached = objectives(result).stream()
                .filter(o -> o.verdict() != Verdict.MET)
                .count();
        add(parts, breached, "objective breached", "objectives breached");
        return parts.isEmpty() ? "the verdict is " + result.verdict() : String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }

    /** How many expectations have a verdict. */
    public static long expectations(RunResult result, Verdict verdict) {
        return result.expectations().stream()
                .filter(e -> e.verdict() == verdict)
                .count();
    }

    /** Safety checks that count as failures: violated, promised, and not expected. */
    public static List<SafetyResult> violations(RunResult result) {
        return result.safety().stream().filter(Story::isFailure).toList();
    }

    /** Whether a safety check is a failure of the run. */
    public static boolean isFailure(SafetyResult check) {
        return check.verdict() == SafetyVerdict.VIOLATED && !check.expected();
    }

    private static List<ObjectiveResult> objectives(RunResult result) {
        return result.faults().stream()
                .map(FaultResult::objective)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What a fault is and when: {@code partition, us-east-2 isolated, from 60 s to 180 s}. */
    public static String what(FaultResult fault) {
        String described = fault.description() == null ? "" : ", " + fault.description();
        return fault.kind() + described + ", " + when(fault);
    }

    private static String when(FaultResult fault) {
        String first = Figures.moment(fault.at());
        String times = fault.windows().size() > 1 ? fault.windows().size() + " times, " : "";
        return times
                + (fault.healed() == null
                        ? "from " + first + " on, never healed"
                        : "from " + first + " to " + Figures.moment(fault.healed()));
    }

    /** How long users of each region were without service, in one sentence per region. */
    public static List<String> recovery(FaultResult fault) {
        return fault.rto().stream()
                .map(RecoveryTime::region)
                .distinct()
                .map(region -> recovery(fault, region))
                .toList();
    }

    private static String recovery(FaultResult fault, String region) {
        String each = fault.rto().stream()
                .filter(time -> time.region().equals(region))
                .map(time -> plural(time.operation()) + " " + recovered(time))
                .collect(Collectors.joining(", "));
        return "For users in " + region + ": " + each + ".";
    }

    private static String plural(String operation) {
        return operation.equals("connect") ? "new connections" : operation + "s";
    }

    private static String recovered(RecoveryTime time) {
        if (time.seconds() == null) {
            return time.goodWithin() == null ? "cannot be judged" : "did not recover";
        }
        return time.seconds() == 0 ? "were not interrupted" : "recovered after " + Figures.duration(time.seconds());
    }

    /** Whether anything was lost, in one sentence. */
    public static String loss(FaultResult fault) {
        RecoveryPoint rpo = fault.rpo();
        String lost = rpo.lost() == 0
                ? "No acknowledged commit was lost"
                : commits(rpo.lost()) + (rpo.lost() == 1 ? " was" : " were") + " lost, reaching back "
                        + Figures.duration(rpo.seconds());
        String away = rpo.unavailable() == 0
                ? ""
                : "; " + commits(rpo.unavailable()) + " come back only with the failed part";
        return lost + away + ".";
    }

    private static String commits(long count) {
        return Figures.count(count) + " acknowledged " + (count == 1 ? "commit" : "commits");
    }

    /** Why the longest known recovery took as long as it did, and what it follows; empty when that is not known. */
    public static Optional<String> why(FaultResult fault) {
        return worst(fault.rto(), "write").or(() -> worst(fault.rto(), null)).flatMap(Story::why);
    }

    private static Optional<String> why(RecoveryTime time) {
        return Parts.longest(time).map(part -> {
            String whole =
                    Figures.duration(time.seconds()) + " for " + plural(time.operation()) + " in " + time.region();
            boolean all = part.getValue() >= 0.95 * time.seconds();
            String share = all ? "The " + whole : "Of the " + whole + ", " + Figures.duration(part.getValue());
            return share + " went into " + Parts.meaning(part.getKey())
                    + Parts.setting(part.getKey())
                            .map(setting -> "; that part follows " + setting)
                            .orElse("") + ".";
        });
    }

    /** The longest recovery of an operation (null: of any) that has known parts. */
    private static Optional<RecoveryTime> worst(List<RecoveryTime> times, String operation) {
        return times.stream()
                .filter(time -> operation == null || time.operation().equals(operation))
                .filter(time -> time.seconds() != null && !time.parts().isEmpty())
                .max(Comparator.comparingDouble(RecoveryTime::seconds));
    }

    /** {@code 0 s: no acknowledged commit lost}, for a table. */
    public static String rpo(RecoveryPoint rpo) {
        String lost = rpo.lost() == 0 ? "no acknowledged commit lost" : commits(rpo.lost()) + " lost";
        String away = rpo.unavailable() == 0 ? "" : ", " + Figures.count(rpo.unavailable()) + " unavailable";
        return Figures.duration(rpo.seconds()) + ": " + lost + away;
    }

    /** How often leadership changed, and the longest stall it caused; empty when it never did. */
    public static Optional<String> leaders(RunResult result) {
        List<FailoverGap> gaps = result.failoverGaps();
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        String changes = gaps.size() == 1 ? "Leadership changed once" : "Leadership changed " + gaps.size() + " times";
        long open = gaps.stream().filter(gap -> gap.gap() == null).count();
        String unserved = open == 0 ? "" : "; " + open + " had no successor that acknowledged a commit";
        return Optional.of(changes + longest(gaps) + unserved + ".");
    }

    private static String longest(List<FailoverGap> gaps) {
        return gaps.stream()
                .filter(gap -> gap.gap() != null)
                .max(Comparator.comparingDouble(FailoverGap::gap))
                .map(gap -> "; the longest stall of commits was " + Figures.duration(gap.gap()) + " (shard "
                        + gap.shard() + " at " + Figures.moment(gap.at()) + ", " + gap.cause() + ")")
                .orElse("");
    }

    /** The figure of a recovery time, for a table: {@code 4.01 s}, {@code not recovered} or a dash. */
    public static String rto(RecoveryTime time) {
        if (time.seconds() != null) {
            return Figures.duration(time.seconds());
        }
        return time.goodWithin() == null ? Figures.NONE : "not recovered";
    }

    /** What was found for an expectation, for a table. */
    public static String found(ExpectationResult expectation) {
        return expectation.found() != null
                ? expectation.found()
                : Figures.value(expectation.value(), expectation.unit());
    }

    /** The longest recovery whose parts are known. */
    public static Optional<RecoveryTime> longest(FaultResult fault) {
        return fault.rto().stream()
                .filter(each -> each.seconds() != null
                        && each.seconds() > 0
                        && !each.parts().isEmpty())
                .max(Comparator.comparing(RecoveryTime::seconds));
    }

    /** What happened, in words: {@code leader elected: shard 1, adjudicator-1.us-east-1b, epoch 2}. */
    public static String happened(SystemEvent event) {
        List<String> details = new ArrayList<>();
        if (event.fault() != null) {
            details.add(event.fault());
        }
        if (event.shard() != null) {
            details.add("shard " + event.shard());
        }
        if (event.node() != null) {
            details.add(event.node());
        }
        if (event.epoch() != null) {
            details.add("epoch " + event.epoch());
        }
        if (event.subject() != null) {
            details.add(event.subject());
        }
        if (event.detail() != null) {
            details.add(event.detail());
        }
        String type = event.type().replace('-', ' ');
        return details.isEmpty() ? type : type + ": " + String.join(", ", details);
    }

    /** What happened that nobody was told of, such as {@code 12 lost-updates, 15 conflicts}; empty when nothing did. */
    static String incidents(RunResult result) {
        return result.incidents().entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> Figures.count(each.getValue()) + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }
}
