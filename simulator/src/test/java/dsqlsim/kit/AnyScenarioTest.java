package dsqlsim.kit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws that hold of every scenario; docs/TESTING.md shows them to users. */
class AnyScenarioTest {
    @Provide
    Arbitrary<Dsqlsim> scenarios() {
        return AnyScenario.ofDsql();
    }

    @Property(tries = 25)
    void nothingThatMustHoldBreaks(@ForAll("scenarios") Dsqlsim scenario) {
        scenario.run().hasNoViolation();
    }

    @Property(tries = 10)
    void theSameScenarioRunsTheSameTwice(@ForAll("scenarios") Dsqlsim scenario) {
        assertThat(scenario.run().result()).isEqualTo(scenario.run().result());
    }
}
