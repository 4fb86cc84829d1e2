package dsqlsim.cli;

import picocli.CommandLine.Option;

/** The options by which commands that run a scenario several times read it. */
final class ScenarioOptions extends GoverningOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many runs at once; one for each core if left out. Never shows in a result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "Says no more than what was written.")
    private boolean quiet;

    @Override
    void check() {
        super.check();
        require(threads >= 1, "--threads: expected a whole number from 1 on, not '" + threads + "'");
    }

    int threads() {
        return threads;
    }

    boolean quiet() {
        return quiet;
    }

    /** A line that says how far it is, where somebody watches; its {@code close} takes it away. */
    Progress progress(String name) {
        return new Progress(spec.commandLine().getErr(), name, System::nanoTime);
    }

    /** What progress is told to; null where nobody watches. */
    Progress watched(Progress progress) {
        return Terminal.isWatched() && !quiet ? progress : null;
    }
}
