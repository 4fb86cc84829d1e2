package dsqlsim.measure;

import dsqlsim.report.ObjectiveResult;
import dsqlsim.report.RecoveryPoint;
import dsqlsim.report.RecoveryTime;
import dsqlsim.report.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a scenario allows after disruptions of one type.
 *
 * @param rtoSeconds null when not stated; {@code rpoSeconds} likewise
 */
public record ObjectiveTarget(String disruption, Double rtoSeconds, Double rpoSeconds) {

    /** Holds a fault's recovery against it. The RTO that counts is the worst over all regions and operations. */
    ObjectiveResult judge(List<RecoveryTime> recoveries, RecoveryPoint point) {
        Verdict rto = rtoSeconds == null ? null : rto(recoveries);
        Verdict rpo = rpoSeconds == null ? null : verdict(point.seconds() <= rpoSeconds);
        return new ObjectiveResult(rtoSeconds, rpoSeconds, worst(rto, rpo), rto, rpo);
    }

    private Verdict rto(List<RecoveryTime> recoveries) {
        if (recoveries.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return verdict(recoveries.stream().allMatch(each -> each.recovered() && each.seconds() <= rtoSeconds));
    }

    private static Verdict verdict(boolean met) {
        return met ? Verdict.MET : Verdict.MISSED;
    }

    private static Verdict worst(Verdict rto, Verdict rpo) {
        List<Verdict> both = Stream.of(Verdict.MISSED, Verdict.UNKNOWN)
                .filter(verdict -> verdict == rto || verdict == rpo)
                .toList();
        return both.isEmpty() ? Verdict.MET : both.get(0);
    }
}
