package dsqlsim;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rules of docs/ARCHITECTURE.md, checked. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/test/"))
            .importPackages("dsqlsim");

    /** Every package, and which others of ours it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("report", Set.of()),
            Map.entry("kernel", Set.of()),
            Map.entry("txn", Set.of()),
            Map.entry("yaml", Set.of()),
            Map.entry("ledger", Set.of("kernel", "yaml")),
            Map.entry("world", Set.of("kernel", "txn", "ledger")),
            Map.entry("architecture", Set.of("kernel", "txn", "world", "ledger", "engine")),
            Map.entry("engine", Set.of("kernel", "txn", "world", "ledger", "architecture")),
            Map.entry("probe", Set.of("txn", "world", "architecture")),
            Map.entry("routing", Set.of("kernel", "txn", "world", "ledger", "probe")),
            Map.entry("cache", Set.of("kernel", "txn", "world", "ledger", "architecture")),
            Map.entry("operation", Set.of("kernel", "txn", "world", "ledger", "architecture")),
            Map.entry("monitor", Set.of("kernel", "txn", "world", "ledger", "probe", "operation")),
            Map.entry("workload", Set.of("kernel", "txn", "architecture", "ledger")),
            Map.entry("fault", Set.of("yaml", "kernel", "txn", "ledger")),
            Map.entry("measure", Set.of("txn", "kernel", "report")),
            Map.entry("trace", Set.of("kernel", "txn", "world", "report")),
            Map.entry("cost", Set.of("ledger", "architecture", "measure", "report")),
            Map.entry("history", Set.of()),
            Map.entry("check", Set.of("txn", "kernel", "report", "measure")),
            Map.entry(
                    "scenario",
                    Set.of(
                            "yaml",
                            "kernel",
                            "ledger",
                            "fault",
                            "workload",
                            "measure",
                            "probe",
                            "operation",
                            "monitor",
                            "cache")),
            Map.entry(
                    "run",
                    Set.of(
                            "history",
                            "kernel",
                            "txn",
                            "yaml",
                            "ledger",
                            "world",
                            "architecture",
                            "probe",
                            "routing",
                            "operation",
                            "monitor",
                            "cache",
                            "workload",
                            "fault",
                            "measure",
                            "check",
                            "cost",
                            "trace",
                            "scenario",
                            "report")),
            Map.entry(
                    "explore",
                    Set.of(
                            "kernel",
                            "txn",
                            "ledger",
                            "workload",
                            "fault",
                            "scenario",
                            "architecture",
                            "run",
                            "report")),
            Map.entry(
                    "compare",
                    Set.of(
                            "txn",
                            "yaml",
                            "ledger",
                            "workload",
                            "fault",
                            "measure",
                            "scenario",
                            "architecture",
                            "run",
                            "report")),
            Map.entry("kit", Set.of("explore", "run", "scenario", "report", "architecture")),
            Map.entry(
                    "validate",
                    Set.of(
                            "kernel",
                            "txn",
                            "world",
                            "workload",
                            "ledger",
                            "scenario",
                            "run",
                            "report",
                            "architecture")),
            Map.entry(
                    "cli",
                    Set.of(
                            "validate",
                            "history",
                            "trace",
                            "explore",
                            "compare",
                            "run",
                            "scenario",
                            "report",
                            "kernel",
                            "yaml",
                            "ledger",
                            "fault",
                            "measure",
                            "architecture")));

    /** Where less is allowed than the table says: of another package these types alone. */
    private static final Map<String, Set<String>> ONLY = Map.ofEntries(
            Map.entry(
                    "engine -> architecture",
                    Set.of(
                            "Answer",
                            "Gateway",
                            "Client",
                            "ClientSite",
                            "ClientSites",
                            "Connection",
                            "Injections",
                            "Opening",
                            "Question",
                            "Request",
                            "SessionGateway")),
            Map.entry("workload -> architecture", Set.of("Gateway", "Client", "Connection")),
            Map.entry("probe -> architecture", Set.of("Gateway", "Client", "Connection")),
            Map.entry("cache -> architecture", Set.of("Gateway", "Client", "Connection")),
            Map.entry("operation -> architecture", Set.of("Gateway", "Client", "Connection")),
            Map.entry("check -> measure", Set.of("DurabilityAudit", "AcknowledgedCommits", "Loss")),
            Map.entry("scenario -> measure", Set.of("MetricCatalog", "Metric", "Unit")),
            Map.entry("cli -> measure", Set.of("MetricCatalog", "Metric", "Unit")),
            Map.entry("explore -> architecture", Set.of("Architecture", "Waiting")),
            Map.entry("kit -> architecture", Set.of("Architecture")),
            Map.entry("cost -> architecture", Set.of("Footprint")),
            Map.entry("cost -> measure", Set.of("Usage")),
            Map.entry("compare -> architecture", Set.of("Architecture", "Guarantees")),
            Map.entry("compare -> measure", Set.of("MetricCatalog", "Metric", "Unit", "ReplicationScalars")),
            Map.entry("validate -> architecture", Set.of("Architecture")),
            Map.entry("cli -> architecture", Set.of("Architecture")));

    private static final DescribedPredicate<JavaClass> BELOW_RUN = DescribedPredicate.not(resideInAnyPackage(
                    "dsqlsim.run..",
                    "dsqlsim.explore..",
                    "dsqlsim.compare..",
                    "dsqlsim.kit..",
                    "dsqlsim.validate..",
                    "dsqlsim.cli..",
                    "dsqlsim.report.."))
            .as("what is below run");

    @Test
    void packagesUseOnlyWhatTheyMay() {
        Set<String> wrong = new TreeSet<>();
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : CODE) {
            packages.add(packageOf(type));
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("dsqlsim.") && !isAllowed(packageOf(type), target)) {
                    wrong.add(type.getName() + " uses " + target.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(packages).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    }

    private static boolean isAllowed(String from, JavaClass target) {
        String to = packageOf(target);
        if (from.equals(to)) {
            return true;
        }
        Set<String> types = ONLY.get(from + " -> " + to);
        return MAY_USE.getOrDefault(from, Set.of()).contains(to)
                && (types == null || types.contains(outermost(target)));
    }

    /** What is shared by all designs is beside them, so each can be judged, and deleted, alone. */
    @Test
    void architecturesDoNotKnowEachOther() {
        slices().matching("dsqlsim.architecture.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    /** Designs use what engines share; what all designs have in common does not. */
    @Test
    void whatAllDesignsShareKnowsNoEngine() {
        noClasses()
                .that()
                .resideInAnyPackage("dsqlsim.architecture", "dsqlsim.architecture.dsql")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dsqlsim.engine..")
                .check(CODE);
    }

    @Test
    void nothingBelowRunKnowsADesignByName() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dsqlsim.architecture..", "dsqlsim.run..", "dsqlsim.explore..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dsqlsim.architecture.*..")
                .check(CODE);
    }

    @Test
    void nothingBelowRunDependsOnTheMachine() {
        noClasses()
                .that(BELOW_RUN)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("vary", ArchitectureTest::varies))
                .orShould()
                .callMethodWhere(
                        DescribedPredicate.describe("it tells of the machine", ArchitectureTest::tellsOfMachine))
                .check(CODE);
    }

    private static boolean varies(JavaClass type) {
        String name = type.getName();
        return name.startsWith("java.util.concurrent.")
                || Set.of(
                                "java.lang.Thread",
                                "java.lang.ThreadLocal",
                                "java.lang.ProcessHandle",
                                "java.lang.Runtime",
                                "java.util.Random",
                                "java.util.SplittableRandom",
                                "java.util.UUID",
                                "java.security.SecureRandom",
                                "java.time.Clock",
                                "java.util.IdentityHashMap",
                                "java.util.WeakHashMap")
                        .contains(name);
    }

    private static boolean tellsOfMachine(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("nanoTime", "currentTimeMillis", "identityHashCode", "getenv", "getProperty")
                        .contains(method);
            case "java.lang.Math" -> // Need not give the same bits everywhere; StrictMath does.
                Set.of(
                                "log", "log10", "log1p", "exp", "expm1", "pow", "sin", "cos", "tan", "asin", "acos",
                                "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot", "random")
                        .contains(method);
            case "java.time.Instant", "java.time.LocalDate", "java.time.LocalDateTime" -> method.equals("now");
            case "java.util.Collections" -> method.equals("shuffle");
            case "java.util.List", "java.util.Collection" -> method.equals("parallelStream");
            default -> false;
        };
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().split("\\.")[1];
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).split("\\$")[0];
    }
}
