package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void durationsTakeTheUnitThatFits() {
        assertThat(Figures.duration(0.0)).isEqualTo("0 s");
        assertThat(Figures.duration(0.0000125)).isEqualTo("12.5 us");
        assertThat(Figures.duration(0.0009996)).isEqualTo("1 ms");
        assertThat(Figures.duration(0.02431)).isEqualTo("24.3 ms");
        assertThat(Figures.duration(0.99951)).isEqualTo("1 s");
        assertThat(Figures.duration(4.012)).isEqualTo("4.01 s");
        assertThat(Figures.duration(411.0)).isEqualTo("411 s");
        assertThat(Figures.duration(651.0)).isEqualTo("10 min 51 s");
        assertThat(Figures.duration(7260.0)).isEqualTo("2 h 1 min");
        assertThat(Figures.duration(null)).isEqualTo("-");
    }

    @Test
    void sharesShowWhatIsMissing() {
        assertThat(Figures.share(1.0)).isEqualTo("100 %");
        assertThat(Figures.share(0.0)).isEqualTo("0 %");
        assertThat(Figures.share(0.99988)).isEqualTo("99.988 %");
        assertThat(Figures.share(0.9999999)).isEqualTo("99.99999 %");
        assertThat(Figures.share(0.98502)).isEqualTo("98.5 %");
        assertThat(Figures.share(0.00486)).isEqualTo("0.486 %");
    }

    @Test
    void otherNumbers() {
        assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Figures.rate(295.64)).isEqualTo("296/s");
        assertThat(Figures.moment(63.4041)).isEqualTo("63.404 s");
        assertThat(Figures.moment(60)).isEqualTo("60 s");
        assertThat(Figures.ratio(1.00432)).isEqualTo("1.004");
        assertThat(Figures.digits(-0.004567)).isEqualTo("-0.00457");
        assertThat(Figures.value(0.5, "share")).isEqualTo("50 %");
        assertThat(Figures.value(3.0, null)).isEqualTo("3");
    }
}
