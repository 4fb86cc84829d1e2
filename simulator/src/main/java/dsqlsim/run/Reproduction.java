package dsqlsim.run;

import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The command line that runs something again, quoted so that it can be pasted into a shell. */
public final class Reproduction {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+][A-Za-z0-9_./:=,@%+-]*");

    private Reproduction() {}

    /** As results name it: the same on every machine, so from the folder of the scenario if its path was absolute. */
    public static String line(Scenario scenario, long seed, boolean checks) {
        return line("dsqlsim", argument(scenario, path(scenario)), scenario, seed, checks);
    }

    /** Another command on a scenario, as results name it. */
    public static String of(String subcommand, Scenario scenario, long seed) {
        return line(scenario, seed, true).replaceFirst("^dsqlsim run ", "dsqlsim " + subcommand + " ");
    }

    /** For whoever sits at the terminal: works where he stands, by the name he called the program. */
    public static String line(String command, Scenario scenario, long seed, boolean checks) {
        String argument = argument(scenario, scenario.source().path());
        return line(quoted(command), argument, scenario, seed, checks);
    }

    /** The scenario's path for results: as given, but never absolute. */
    public static String path(Scenario scenario) {
        Path given = Path.of(scenario.source().path());
        return given.isAbsolute()
                ? given.getFileName().toString()
                : scenario.source().path();
    }

    private static String line(String command, String argument, Scenario scenario, long seed, boolean checks) {
        StringBuilder line = new StringBuilder(command + " run " + quoted(argument) + " --seed " + seed);
        for (String override : scenario.source().overrides()) {
            line.append(" --set ").append(quoted(override));
        }
        return line.append(checks ? "" : " --no-checks").toString();
    }

    /** A bundled scenario goes by its name, which is known in every folder. */
    private static String argument(Scenario scenario, String path) {
        for (String name : Library.NAMES) {
            if (path.endsWith(name + ".yaml")
                    && Library.bundled(name).equals(scenario.source().text())) {
                return name;
            }
        }
        return path.startsWith("-") ? "./" + path : path;
    }

    /** A word as a shell takes it for one. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
