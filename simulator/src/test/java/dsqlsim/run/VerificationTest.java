package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dsqlsim.kernel.EventListener;
import dsqlsim.report.RunResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final Trial TRIAL = Small.trial(Small.scenario(), 1, Options.STANDARD);
    private static final LongUnaryOperator HONEST = number -> number * 10;

    @Test
    void runsThatAgreeHaveNoDifference() {
        Verification verification = Verification.of(events(200_000, HONEST), events(200_000, HONEST));
        assertThat(verification.difference()).isEmpty();
        assertThat(verification.trial()).isSameAs(TRIAL);
    }

    @Test
    void theFirstDifferenceIsFoundWhereverItIs() {
        for (long at : new long[] {1, 2, 32_767, 32_768, 32_769, 99_999, 100_000}) {
            Function<EventListener, Trial> other =
                    events(100_000, number -> number >= at ? number * 10 + 3 : number * 10);
            Difference difference =
                    Verification.of(events(100_000, HONEST), other).difference().orElseThrow();
            assertThat(difference)
                    .isEqualTo(new Difference(
                            at, new Difference.Occurred(at * 10, 7, -1), new Difference.Occurred(at * 10 + 3, 7, -1)));
        }
    }

    @Test
    void aRunThatIsOverBeforeTheOtherDiffers() {
        Difference.Occurred more = new Difference.Occurred(1010, 7, -1);
        assertThat(Verification.of(events(100, HONEST), events(3_000_000, HONEST))
                        .difference())
                .contains(new Difference(101, null, more));
        assertThat(Verification.of(events(3_000_000, HONEST), events(100, HONEST))
                        .difference())
                .contains(new Difference(101, more, null));
    }

    @Test
    void resultsAreComparedToo() {
        RunResult other = TRIAL.result()
                .with(
                        TRIAL.result().run(),
                        TRIAL.result().verdict(),
                        TRIAL.result().replications(),
                        List.of("a warning that the first run did not have"));
        Verification verification = Verification.of(listener -> TRIAL, listener -> new Trial(other, TRIAL.scalars()));
        assertThat(verification.difference()).contains(Difference.ofResults());
        assertThat(Verification.of(listener -> TRIAL, listener -> new Trial(TRIAL.result(), Map.of()))
                        .difference())
                .contains(Difference.ofResults());
        assertThat(Difference.ofResults().toString()).contains("not the same bytes");
    }

    @Test
    void aRunThatFailsDoesNotLeaveTheOtherWaiting() {
        IllegalStateException mistake = new IllegalStateException("broken on purpose");
        Function<EventListener, Trial> failing = listener -> {
            throw mistake;
        };
        assertThatThrownBy(() -> Verification.of(failing, events(3_000_000, HONEST)))
                .isSameAs(mistake);
        assertThatThrownBy(() -> Verification.of(events(3_000_000, HONEST), failing))
                .isSameAs(mistake);
    }

    private static Function<EventListener, Trial> events(long count, LongUnaryOperator time) {
        return listener -> {
            for (long number = 1; number <= count; number++) {
                listener.fired(number, time.applyAsLong(number), 7, -1);
            }
            return TRIAL;
        };
    }
}
