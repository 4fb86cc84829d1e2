package dsqlsim.scenario;

import dsqlsim.kernel.Distribution;
import dsqlsim.ledger.Shapes;
import dsqlsim.workload.RetrySpec;
import dsqlsim.workload.RetrySpec.Backoff;
import dsqlsim.workload.RetrySpec.Jitter;
import dsqlsim.workload.RetrySpec.TokenBucket;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads {@code retry}. */
final class RetryParser {
    private static final RetrySpec.Exponential USUAL = (RetrySpec.Exponential) RetrySpec.DEFAULT.backoff();
    private static final List<String> JITTERS = Arrays.stream(Jitter.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();

    private RetryParser() {}

    static RetrySpec parse(Cursor yaml) {
        return yaml.byForm(
                "none or a policy", RetryParser::none, null, each -> each.<RetrySpec>record(RetryParser::policy));
    }

    private static RetrySpec none(Cursor yaml) {
        yaml.value(Shape.word(List.of("none")));
        return RetrySpec.NEVER;
    }

    private static RetrySpec policy(Cursor fields) {
        Shape<Long> count =
                WorkloadParser.endless("unlimited", RetrySpec.UNLIMITED, Shape.integer(1, RetrySpec.UNLIMITED));
        int attempts = fields.optional("attempts", "tries in all, the first included")
                .or((long) RetrySpec.DEFAULT.attempts(), count)
                .intValue();
        Backoff backoff = backoff(fields);
        TokenBucket bucket = fields.optional("token-bucket", "a budget that all retries of the workload share")
                .or(null, RetryParser::bucket);
        String unknown = fields.optional(
                        "unknown", "whether an unknown outcome is retried, at the risk of doing it twice")
                .or("stop", Shape.word(List.of("stop", "retry")));
        return new RetrySpec(attempts, backoff, bucket, unknown.equals("retry"));
    }

    private static Backoff backoff(Cursor fields) {
        Cursor delay = fields.optional("delay", "the same law before every retry");
        Cursor base = fields.optional("base", "the first pause, which doubles");
        Cursor cap = fields.optional("cap", "the longest pause");
        Cursor jitter = fields.optional("jitter", "how chance enters the pause");
        Distribution constant = delay.or(Distribution.ZERO, Shapes.DISTRIBUTION);
        long first = base.or(USUAL.baseNanos(), Shape.DURATION);
        long longest = cap.or(Math.max(first, USUAL.capNanos()), Shape.DURATION);
        String law = jitter.or("full", Shape.word(JITTERS));
        if (longest < first) {
            cap.reject("the cap is below the base");
        }
        if (!delay.present()) {
            return new RetrySpec.Exponential(
                    first, Math.max(first, longest), Jitter.valueOf(law.toUpperCase(Locale.ROOT)));
        }
        if (base.present() || cap.present() || jitter.present()) {
            delay.reject("expected either a delay, or base, cap and jitter");
        }
        return new RetrySpec.Delay(constant);
    }

    private static TokenBucket bucket(Cursor yaml) {
        return yaml.record(fields -> new TokenBucket(
                fields.field("capacity", "tokens at most, and at the start").value(Shape.number(0, 1e9)),
                fields.optional("refill", "tokens that come back with time").or(0.0, Shape.RATE),
                fields.optional("refill-per-success", "tokens that come back with each success")
                        .or(0.0, Shape.number(0, 1e6))));
    }
}
