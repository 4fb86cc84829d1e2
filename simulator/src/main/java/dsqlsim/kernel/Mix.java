package dsqlsim.kernel;

import java.util.ArrayList;
import java.util.List;

/** One of several laws, each with its share of the draws. */
final class Mix extends Distribution {
    private final double[] share;
    private final Distribution[] part;

    Mix(List<Double> weights, List<Distribution> parts) {
        Invariant.check(!parts.isEmpty() && weights.size() == parts.size(), "a mixture has a weight for each part");
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        share = new double[parts.size()];
        for (int i = 0; i < share.length; i++) {
            share[i] = weights.get(i) / sum;
        }
        part = parts.toArray(new Distribution[0]);
    }

    @Override
    public long sample(long key) {
        double left = Randomness.uniform(key);
        int i = 0;
        while (i < part.length - 1 && left >= share[i]) {
            left -= share[i];
            i++;
        }
        // The bits that chose the part must not choose the value too.
        return part[i].sample(Randomness.key(key, 1));
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 0; i < part.length; i++) {
            sum += share[i] * part[i].mean();
        }
        return sum;
    }

    @Override
    public double cdf(double nanos) {
        double sum = 0;
        for (int i = 0; i < part.length; i++) {
            sum += share[i] * part[i].cdf(nanos);
        }
        return sum;
    }

    @Override
    public boolean isZero() {
        for (Distribution p : part) {
            if (!p.isZero()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Distribution scaled(double factor) {
        List<Double> weights = new ArrayList<>();
        List<Distribution> parts = new ArrayList<>();
        for (int i = 0; i < part.length; i++) {
            weights.add(share[i]);
            parts.add(part[i].scaled(factor));
        }
        return new Mix(weights, parts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("mix(");
        for (int i = 0; i < part.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(Durations.number(100 * share[i]))
                    .append("% ")
                    .append(part[i]);
        }
        return text.append(')').toString();
    }
}
