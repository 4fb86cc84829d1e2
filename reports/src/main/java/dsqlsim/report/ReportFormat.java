package dsqlsim.report;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The forms a result can be written in, with the name each has in a folder of results. */
public enum ReportFormat {
    JSON("result.json", ResultJson::write),
    HTML("report.html", HtmlReport::render),
    MARKDOWN("summary.md", MarkdownReport::render),
    JUNIT("junit.xml", JUnitReport::render),
    CSV("timeline.csv", CsvReport::render);

    private final String fileName;
    private final Function<RunResult, String> writer;

    ReportFormat(String fileName, Function<RunResult, String> writer) {
        this.fileName = fileName;
        this.writer = writer;
    }

    /** The file's name in a folder given by {@code --out}. */
    public String fileName() {
        return fileName;
    }

    /** The content of the file: the same bytes for the same result. */
    public byte[] bytes(RunResult result) {
        return writer.apply(result).getBytes(StandardCharsets.UTF_8);
    }
}
