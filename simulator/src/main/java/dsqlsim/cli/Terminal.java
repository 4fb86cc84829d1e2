package dsqlsim.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.List;

/** What is known of where output goes. The launcher knows for certain and says so in system properties; without it Java is asked. */
final class Terminal {
    private static final int USUAL_WIDTH = 100;
    private static final int WIDEST = 160;

    private Terminal() {}

    /** Whether results go to somebody who sees colours. */
    static boolean hasColours() {
        String refused = System.getenv("NO_COLOR");
        return is("out") && (refused == null || refused.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /** Whether somebody watches standard error. */
    static boolean isWatched() {
        return is("err");
    }

    /** Characters in a line. */
    static int width() {
        String columns = System.getProperty("dsqlsim.columns", "");
        boolean known = columns.matches("[1-9][0-9]{0,4}");
        return known ? Math.min(WIDEST, Integer.parseInt(columns)) : USUAL_WIDTH;
    }

    /** What the user calls this program. */
    static String command() {
        return System.getProperty("dsqlsim.command", "dsqlsim");
    }

    @SuppressWarnings("SystemConsoleNull") // Both ways of saying that there is no terminal are looked at.
    private static boolean is(String stream) {
        String known = System.getProperty("dsqlsim.terminals");
        if (known != null) {
            return List.of(known.strip().split(" ")).contains(stream);
        }
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** From Java 22 on there is a console even where there is no terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        return Arrays.stream(Console.class.getMethods())
                .filter(method -> method.getName().equals("isTerminal"))
                .findFirst()
                .map(method -> {
                    try {
                        return Boolean.TRUE.equals(method.invoke(console));
                    } catch (ReflectiveOperationException e) {
                        return false; // Then nobody is promised colours.
                    }
                })
                .orElse(true);
    }
}
