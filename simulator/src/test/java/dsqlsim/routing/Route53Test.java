package dsqlsim.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Health checks against theory (validation case G3) and against what is documented. */
class Route53Test {
    private static final int SEEDS = 400;
    private static final double OUT_AT = 47;

    @Test
    void threeProbesOfOneChecker() {
        assertThat(mean(detections(10, 1))).isCloseTo(25, within(4 * 10 / Math.sqrt(12 * SEEDS)));
        assertThat(detections(10, 1)).allMatch(seconds -> seconds >= 20 && seconds <= 30);
        assertThat(mean(detections(30, 1))).isCloseTo(75, within(4 * 30 / Math.sqrt(12 * SEEDS)));
        assertThat(detections(30, 1)).allMatch(seconds -> seconds >= 60 && seconds <= 90);
    }

    /** The 14th of 16 uniform phases, and two intervals more. */
    @Test
    void eighteenPercentOfSixteenCheckers() {
        assertThat(mean(detections(10, 16))).isCloseTo(20 + 10 * 14 / 17.0, within(0.2));
        assertThat(mean(detections(30, 16))).isCloseTo(60 + 30 * 14 / 17.0, within(0.6));
    }

    @Test
    void silenceCostsTheTimeOfAConnection() {
        Net refused = new Net(1, Map.of());
        refused.at(OUT_AT, () -> refused.refuse(0)).run(120);
        Net silent = new Net(1, Map.of());
        silent.at(OUT_AT, () -> silent.cutPower("health-page.east")).run(120);
        assertThat(silent.firstAt("endpoint-unhealthy") - refused.firstAt("endpoint-unhealthy"))
                .isCloseTo(4, within(1e-6));
    }

    /** What hangs after it was accepted has failed after the time of a response. */
    @Test
    void aPageThatHangsCostsTheTimeOfAResponse() {
        Net refused = new Net(1, Map.of());
        refused.at(OUT_AT, () -> refused.refuse(0)).run(120);
        Net hanging = new Net(1, Map.of());
        hanging.at(OUT_AT, () -> hanging.hang(0)).run(120);
        assertThat(hanging.firstAt("endpoint-unhealthy") - refused.firstAt("endpoint-unhealthy"))
                .isCloseTo(2, within(1e-6));
    }

    @Test
    void theAnswerFollowsHealthThereAndBack() {
        Net net = new Net(1, Map.of());
        net.at(OUT_AT, () -> net.refuse(0)).run(OUT_AT + 20);
        assertThat(net.answer()).isEqualTo(0);
        net.run(OUT_AT + 31);
        assertThat(net.answer()).isEqualTo(1);
        net.at(100, () -> net.serve(0)).run(119);
        assertThat(net.answer()).isEqualTo(1);
        // Healthy again needs three good probes of a few checkers only.
        net.run(131);
        assertThat(net.answer()).isEqualTo(0);
    }

    @Test
    void withNoHealthyEndpointAllAreAnswered() {
        Net net = new Net(1, Map.of());
        net.at(OUT_AT, () -> net.refuse(0)).at(90, () -> net.refuse(1)).run(85);
        assertThat(net.answer()).isEqualTo(1);
        net.run(130);
        assertThat(net.answer()).isEqualTo(0);
        assertThat(net.firstAt("fail-open")).isBetween(110.0, 121.0);
    }

    @Test
    void checkersThatAreCutOffFromAnEndpointAreOutvoted() {
        Net net = new Net(1, Map.of());
        net.at(OUT_AT, () -> net.cutOff("west", "east")).run(200);
        assertThat(net.answer()).isEqualTo(0);
        assertThat(net.noted("endpoint-unhealthy")).isZero();
    }

    @Test
    void checkersThatDieAreNotCounted() {
        Net net = new Net(1, Map.of());
        net.at(OUT_AT, () -> net.cutPower("health-checker", "east")).run(85);
        assertThat(net.answer()).isEqualTo(0);
        net.at(90, () -> net.refuse(0)).run(122);
        assertThat(net.answer()).isEqualTo(1);
    }

    @Test
    void staleAnswersOutliveTheTruth() {
        Net net = new Net(1, Map.of());
        Runnable[] heal = new Runnable[1];
        net.at(40, () -> heal[0] = net.route53.keepAnswers(new boolean[] {true, true}))
                .at(OUT_AT, () -> net.refuse(0))
                .run(100);
        assertThat(net.firstAt("endpoint-unhealthy")).isLessThan(OUT_AT + 31);
        assertThat(net.answer()).isEqualTo(0);
        heal[0].run();
        assertThat(net.answer()).isEqualTo(1);
    }

    @Test
    void withoutHealthChecksNothingIsNoticed() {
        Net net = new Net(1, Map.of());
        Runnable[] heal = new Runnable[1];
        net.at(40, () -> heal[0] = net.route53.suspendChecks(new boolean[] {true, false}))
                .at(OUT_AT, () -> net.refuse(0))
                .at(200, () -> heal[0].run())
                .run(200);
        assertThat(net.answer()).isEqualTo(0);
        net.run(232);
        assertThat(net.answer()).isEqualTo(1);
    }

    @Test
    void theNearestByTheTableWhateverTheOrder() {
        Net net = new Net(1, Map.of());
        assertThat(net.route53.byLatency(1, new int[] {0, 1})).containsExactly(1, 0);
        assertThat(net.route53.byLatency(0, new int[] {1, 0})).containsExactly(0, 1);
    }

    private static List<Double> detections(int interval, int checkers) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> {
                    Net net = new Net(
                            seed,
                            Map.of("route53.interval", interval + "s", "route53.checkers", Integer.toString(checkers)));
                    net.at(OUT_AT, () -> net.refuse(0)).run(OUT_AT + 3 * interval + 1);
                    return net.firstAt("endpoint-unhealthy") - OUT_AT;
                })
                .toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
