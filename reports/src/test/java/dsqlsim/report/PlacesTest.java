package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Topology TOPOLOGY = new Topology(
            List.of(
                    new Topology.Region("us-east-1", false, List.of("us-east-1a", "us-east-1b")),
                    new Topology.Region("us-east-2", false, List.of("us-east-2a"))),
            List.of(
                    new Topology.Part("adjudicator-0.us-east-1a", "adjudicator", "us-east-1", "us-east-1a", 0),
                    new Topology.Part("adjudicator-0.us-east-2a", "adjudicator", "us-east-2", "us-east-2a", 0),
                    new Topology.Part("control-plane.us-east-2", "control-plane", "us-east-2", null, null)),
            List.of(
                    new Topology.State(
                            60,
                            List.of("adjudicator-0.us-east-2a"),
                            List.of(),
                            List.of(List.of("us-east-1", "us-east-2"))),
                    new Topology.State(180, List.of(), List.of(), List.of())));

    static RunResult result() {
        RunResult sample = Sample.regionIsolation();
        List<SystemEvent> events = new ArrayList<>(List.of(
                new SystemEvent(0, "leader-elected", 0, "adjudicator-0.us-east-2a", 1L, null),
                new SystemEvent(60, "leader-lost", 0, "adjudicator-0.us-east-2a", 1L, null),
                new SystemEvent(63, "eviction-decided", null, "control-plane.us-east-2", 1L, null),
                new SystemEvent(64, "leader-elected", 0, "adjudicator-0.us-east-1a", 2L, null),
                new SystemEvent(200, "readmitted", null, "control-plane.us-east-2", 2L, null)));
        return Sample.with(sample, events, sample.timeline().with(TOPOLOGY));
    }

    @Test
    void whatIsWrongIsKnownAtEveryMoment() {
        List<Moment> moments = Moment.of(result());
        assertThat(moments).extracting(Moment::at).containsExactly(0.0, 60.0, 63.0, 64.0, 180.0, 200.0);
        assertThat(moments.get(0).leaders()).containsExactly("adjudicator-0.us-east-2a");
        assertThat(moments.get(1).leaders()).isEmpty();
        assertThat(moments.get(1).cuts()).containsExactly("us-east-1|us-east-2");
        assertThat(moments.get(2).evicted()).containsExactly("us-east-2");
        assertThat(moments.get(3).leaders()).containsExactly("adjudicator-0.us-east-1a");
        assertThat(moments.get(4).trouble()).isEqualTo(2);
        assertThat(moments.get(5).trouble()).isZero();
        assertThat(Moment.worst(moments)).isEqualTo(2);
    }

    @Test
    void theWorstMomentAsAPicture() throws IOException {
        List<Moment> moments = Moment.of(result());
        Golden.check("places.svg", TopologyPicture.draw(TOPOLOGY, moments.get(Moment.worst(moments))));
    }

    @Test
    void lanesSayWhoLedAndWhoWasEvicted() {
        List<Lane> lanes = Lane.of(result(), 240);
        assertThat(lanes).extracting(Lane::name).containsExactly("shard 0", "us-east-2");
        assertThat(lanes.get(0).stretches())
                .extracting(Lane.Stretch::what)
                .containsExactly("adjudicator-0.us-east-2a, epoch 1", "no leader", "adjudicator-0.us-east-1a, epoch 2");
        assertThat(lanes.get(1).stretches()).containsExactly(new Lane.Stretch(63, 200, "evicted", -1));
    }

    @Test
    void thePageShowsThem() {
        assertThat(HtmlReport.render(result()))
                .contains("At 63 s: eviction decided", "places-data", "us-east-2 is evicted");
    }
}
