package dsqlsim.run;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.aurora.Aurora;
import dsqlsim.architecture.dsql.Dsql;
import dsqlsim.architecture.lww.Lww;
import dsqlsim.architecture.selfmanaged.SelfManaged;
import java.util.List;
import java.util.Optional;

/** Every architecture that a scenario can be run against, one line each. */
public final class Architectures {
    private static final List<Architecture> ALL = List.of(
            Dsql.singleRegion(), Dsql.multiRegion(), Aurora.multiAz(), Aurora.global(), new SelfManaged(), new Lww());

    private Architectures() {}

    public static List<Architecture> all() {
        return ALL;
    }

    public static Optional<Architecture> find(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
