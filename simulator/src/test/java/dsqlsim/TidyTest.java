package dsqlsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reviewers would otherwise say again and again, of every source, document and scenario. */
class TidyTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern HASHED = Pattern.compile("\\b(new|Map|Set)\\b.*(?<!Linked)\\bHash(Map|Set)\\b");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:(?:final|abstract|sealed|non-sealed|static) )*(?:class|record|interface|enum|@interface) .*");
    private static final Pattern VAGUE = Pattern.compile("\\w*(Manager|Helper|Utils?|Impl|Data|Info)\\.java");
    private static final Pattern ABSTRACT = Pattern.compile("Abstract[A-Z]\\w*\\.java");
    private static final Pattern MACHINE = Pattern.compile("(^|[\\s\"'(`])/(tmp|work|root)/");

    /** The words of the field that would read as vague. */
    private static final List<String> NAMES_ALLOWED = List.of("ChartData.java");

    @Test
    void everyFileIsTidy() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path file : files()) {
            problems.addAll(problems(ROOT.relativize(file).toString(), Files.readString(file)));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsUnfinishedIsFound() {
        assertThat(problems("A.md", "# A\nTO" + "DO: more\n")).containsExactly("A.md:2: error: unfinished");
    }

    @Test
    void aHashMapNeedsItsComment() {
        String map = "        Map<String, String> map = new HashMap<>();";
        assertThat(problems("src/main/A.java", map + "\n"))
                .singleElement()
                .asString()
                .contains("never iterated");
        assertThat(problems("src/main/A.java", map + " // Looked up, never iterated.\n"))
                .isEmpty();
        assertThat(problems("src/main/A.java", map.replace("Hash", "LinkedHash") + "\n"))
                .isEmpty();
        assertThat(problems("src/test/A.java", map + "\n")).isEmpty();
    }

    @Test
    void aPublicTypeNeedsASentence() {
        assertThat(problems("src/main/A.java", "package a;\n\npublic final class A {}\n"))
                .containsExactly("src/main/A.java:3: error: a public type without a sentence about it");
        assertThat(problems("src/main/A.java", "/** A sentence. */\n@Deprecated\npublic record A() {}\n"))
                .isEmpty();
        assertThat(problems("src/main/A.java", "/** A sentence. */\n@B({\n    \"c\"\n})\npublic record A() {}\n"))
                .isEmpty();
    }

    @Test
    void namesSayWhatThingsAre() {
        for (String name : List.of("RunManager", "RunHelper", "RunUtil", "RunImpl", "AbstractRun")) {
            assertThat(problems("src/main/" + name + ".java", "")).as(name).isNotEmpty();
        }
        assertThat(problems("src/main/QueryProcessor.java", "")).isEmpty();
    }

    @Test
    void linesEndAsTheyShould() {
        assertThat(problems("A.md", "# A\r\n")).singleElement().asString().contains("carriage return");
        assertThat(problems("A.md", "# A\nb \n")).singleElement().asString().contains("blank at the end");
        assertThat(problems("A.md", "# A")).singleElement().asString().contains("no line feed at the end");
        assertThat(problems("A.java", "\tint a;\n")).singleElement().asString().contains("a tab");
    }

    @Test
    void aDocumentHasOneTitle() {
        assertThat(problems("A.md", "# A\n## B\n```sh\n# a comment\n```\n")).isEmpty();
        assertThat(problems("A.md", "# A\n# B\n")).isNotEmpty();
        assertThat(problems("A.md", "A\n")).isNotEmpty();
    }

    @Test
    void nothingNamesThePlaceWhereItWasWritten() {
        assertThat(problems("A.md", "# A\nSee /wo" + "rk/there.\n")).isNotEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> ROOT.relativize(file).toString().matches(".*\\.(java|md|yaml|jte|xml)"))
                    .filter(file ->
                            !ROOT.relativize(file).toString().matches("(.*/)?(target|golden|\\.git|\\.idea)/.*"))
                    .sorted()
                    .toList();
        }
    }

    /** All that is wrong with a file. */
    private static List<String> problems(String path, String text) {
        List<String> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (String problem : ofLine(path, lines, i)) {
                problems.add(path + ":" + (i + 1) + ": error: " + problem);
            }
        }
        for (String problem : ofFile(path, text, lines)) {
            problems.add(path + ": error: " + problem);
        }
        return problems;
    }

    private static List<String> ofLine(String path, List<String> lines, int index) {
        List<String> problems = new ArrayList<>();
        String line = lines.get(index);
        boolean main = path.contains("src/main/");
        if (UNFINISHED.matcher(line).find()) {
            problems.add("unfinished");
        }
        if (main && HASHED.matcher(line).find() && !line.startsWith("import") && !isLookedUp(lines, index)) {
            problems.add("a hash table without the comment '// Looked up, never iterated.'");
        }
        if (main && PUBLIC_TYPE.matcher(line).matches() && !hasSentence(lines, index)) {
            problems.add("a public type without a sentence about it");
        }
        if (!line.equals(line.stripTrailing())) {
            problems.add("a blank at the end");
        }
        if (line.indexOf('\t') >= 0) {
            problems.add("a tab");
        }
        if (MACHINE.matcher(line).find() && !line.contains("/tmp/dsqlsim")) {
            problems.add("the name of a place on one machine");
        }
        return problems;
    }

    private static boolean isLookedUp(List<String> lines, int index) {
        String before = index == 0 ? "" : lines.get(index - 1);
        String comment = "// Looked up, never iterated.";
        return lines.get(index).endsWith(comment) || before.strip().equals(comment);
    }

    /** Whether above a declaration and its annotations a Javadoc comment ends. */
    private static boolean hasSentence(List<String> lines, int index) {
        for (int i = index - 1; i >= 0 && !lines.get(i).isBlank(); i--) {
            if (lines.get(i).endsWith("*/")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> ofFile(String path, String text, List<String> lines) {
        List<String> problems = new ArrayList<>();
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean vague = VAGUE.matcher(name).matches() || ABSTRACT.matcher(name).matches();
        if (vague && !NAMES_ALLOWED.contains(name)) {
            problems.add("a name that does not say what it is");
        }
        if (text.indexOf('\r') >= 0) {
            problems.add("a carriage return");
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            problems.add("no line feed at the end");
        }
        if (name.endsWith(".md") && titles(lines) != 1) {
            problems.add("not exactly one title");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > 1 << 20) {
            problems.add("too long to be read");
        }
        return problems;
    }

    private static int titles(List<String> lines) {
        int titles = 0;
        boolean code = false;
        for (String line : lines) {
            code ^= line.startsWith("```");
            titles += !code && line.startsWith("# ") ? 1 : 0;
        }
        return titles;
    }
}
