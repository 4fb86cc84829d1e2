package dsqlsim.explore;

import dsqlsim.workload.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * Takes scheduled transactions away: at first all but those of a stretch of time, again and again, then as many at once as
 * works, in the end one by one (delta debugging).
 */
final class Thinning {
    private static final int FEW = 12;
    private static final int[] AROUND = {0, 2, 6};

    private final Shrinker shrinker;

    Thinning(Shrinker shrinker) {
        this.shrinker = shrinker;
    }

    /** Leaves the transactions that the evidence names, alone or with some neighbours in time; whether fewer are left. */
    boolean named() {
        List<Integer> all = inTime();
        List<Integer> named = all.stream().filter(this::isNamed).toList();
        for (int around : AROUND) {
            List<Integer> some = IntStream.range(0, all.size())
                    .filter(at -> named.stream().anyMatch(each -> Math.abs(all.indexOf(each) - at) <= around))
                    .mapToObj(all::get)
                    .toList();
            if (!some.isEmpty()
                    && some.size() < all.size()
                    && shrinker.showsAtAll(Schedules.keeping(shrinker.best(), some))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(int place) {
        List<Map<String, Object>> loads = shrinker.best().list("workload");
        int workload = 0;
        int index = place;
        while (index >= Draft.maps(loads.get(workload).get("schedule")).size()) {
            index -= Draft.maps(loads.get(workload++).get("schedule")).size();
        }
        Object number =
                Draft.maps(loads.get(workload).get("schedule")).get(index).get("number");
        return numbersNamed(workload).contains(String.valueOf(number));
    }

    /** The numbers of a workload's transactions that the first sentence of the evidence names. */
    private Set<String> numbersNamed(int workload) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher =
                Story.ATTEMPT.matcher(shrinker.evidence().stream().findFirst().orElse(""));
        while (matcher.find()) {
            long attempt = Long.parseLong(matcher.group(1));
            if (Ids.workloadOf(attempt) == workload) {
                numbers.add(String.valueOf(Ids.serialOf(attempt)));
            }
        }
        return numbers;
    }

    /** Leaves a stretch of time; whether fewer are left. */
    boolean halve() {
        int before = size();
        boolean again = true;
        while (again && size() > 2) {
            again = halved();
        }
        return size() < before;
    }

    /** Leaves what is needed; whether fewer are left. */
    boolean thin() {
        int before = size();
        for (int part = Math.max(1, size() / 2); part >= 1 && size() > 1; part /= 2) {
            without(part);
        }
        return size() < before;
    }

    private int size() {
        return Schedules.of(shrinker.best()).size();
    }

    /** The places of all that are left, in the order of time. */
    private List<Integer> inTime() {
        List<Map<String, Object>> all = Schedules.of(shrinker.best());
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> Schedules.at(all.get(place))))
                .toList();
    }

    /** Whether one half of the time is enough: the later, the earlier, the middle. */
    private boolean halved() {
        List<Integer> all = inTime();
        int half = (all.size() + 1) / 2;
        return keep(all.subList(all.size() - half, all.size()), true)
                || keep(all.subList(0, half), true)
                || keep(all.subList(half / 2, half / 2 + half), true);
    }

    private void without(int part) {
        List<Integer> left = inTime();
        int from = 0;
        while (from < left.size() && left.size() > 1) {
            List<Integer> rest = new ArrayList<>(left.subList(0, from));
            rest.addAll(left.subList(Math.min(left.size(), from + part), left.size()));
            if (!rest.isEmpty() && keep(rest, rest.size() <= FEW)) {
                left = inTime();
            } else {
                from += part;
            }
        }
    }

    private boolean keep(List<Integer> places, boolean reseeds) {
        return shrinker.shows(Schedules.keeping(shrinker.best(), places), reseeds);
    }
}
