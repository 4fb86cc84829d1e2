package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TextReportsTest {
    @Test
    void terminal() throws IOException {
        Golden.check("terminal.txt", TerminalReport.render(Sample.regionIsolation(), false, 100));
        Golden.check("terminal-violated.txt", TerminalReport.render(HostileSample.result(), false, 100));
        Golden.check("terminal-empty.txt", TerminalReport.render(Sample.empty(), false, 100));
    }

    @Test
    void terminalIsOneScreenOfPlainAscii() {
        String screen = TerminalReport.render(Sample.regionIsolation(), false, 100);
        assertThat(screen.lines()).hasSizeLessThanOrEqualTo(42).allMatch(line -> line.length() <= 110);
        assertThat(screen).matches("[\\x20-\\x7e\n]*");
    }

    @Test
    void coloursAddNothingButColours() {
        String plain = TerminalReport.render(HostileSample.result(), false, 100);
        String coloured = TerminalReport.render(HostileSample.result(), true, 100);
        assertThat(coloured).contains("\u001b[1;37;41m VIOLATED \u001b[0m", "\u2588");
        String bare = coloured.replaceAll("\u001b\\[[0-9;]*m", "");
        assertThat(bare.replaceAll("[\u2581-\u2588]", "#")
                        .lines()
                        .filter(line -> !line.contains("##"))
                        .skip(1))
                .containsExactlyElementsOf(plain.lines()
                        .filter(line -> !line.contains("##"))
                        .skip(1)
                        .toList());
    }

    @Test
    void namesCannotSteerTheTerminal() {
        assertThat(Ink.safe("a\u001b[2Jb\u202ec\u2028d\ne\u0007")).isEqualTo("a?[2Jb?c?d e?");
    }

    @Test
    void markdown() throws IOException {
        Golden.check("summary.md", MarkdownReport.render(Sample.regionIsolation()));
        Golden.check("summary-violated.md", MarkdownReport.render(HostileSample.result()));
        assertThat(MarkdownReport.render(HostileSample.result())).doesNotContain("<script", "<img");
    }

    @Test
    void junit() throws Exception {
        Golden.check("junit.xml", JUnitReport.render(Sample.regionIsolation()));
        Golden.check("junit-violated.xml", JUnitReport.render(HostileSample.result()));
    }

    @Test
    void junitCountsWhatItContains() throws Exception {
        Element suite = suite(JUnitReport.render(HostileSample.result()));
        assertThat(List.of(suite.getAttribute("tests"), suite.getAttribute("failures"), suite.getAttribute("skipped")))
                .containsExactly("8", "5", "1");
        NodeList cases = suite.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(8);
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(5);
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    @Test
    void junitIsValidXmlWhateverAScenarioContains() throws Exception {
        RunResult result = Sample.withWarningAndName(Sample.regionIsolation(), "nul \u0000 esc \u001b half \ud800 end");
        assertThat(suite(JUnitReport.render(result)).getAttribute("name")).isEqualTo("dsqlsim nul ? esc ? half ? end");
    }

    @Test
    void csv() {
        List<String> lines = CsvReport.render(HostileSample.result()).lines().toList();
        assertThat(lines).hasSize(3001);
        assertThat(lines.get(0))
                .startsWith("seconds,offered of virginia-orders [1/s],committed of virginia-orders [1/s],");
        assertThat(lines.get(604)).isEqualTo("60.3,299.13765,0.0,0.0,102.46726,0.0,,,309.3632,0.0,0.0,89.02015,0.0,,");
        assertThat(lines).allMatch(line -> line.chars().filter(c -> c == ',').count() == 14);
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        Series series = new Series("x", "a,\"b\"\n", "1/s", List.of(1.5));
        RunResult result = Sample.withTimeline(Sample.regionIsolation(), new Timeline(0.1, 0, List.of(series)));
        assertThat(CsvReport.render(result)).isEqualTo("seconds,\"x of a,\"\"b\"\"  [1/s]\"\n0.0,1.5\n");
    }

    private static Element suite(String xml) throws Exception {
        return (Element) DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("testsuite")
                .item(0);
    }
}
