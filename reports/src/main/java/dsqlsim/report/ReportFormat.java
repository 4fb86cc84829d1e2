package dsqlsim.report;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The forms a result can be written in, with the name each has in a folder of results. */
public enum ReportFormat {
    JSON("result.json"),
    HTML("report.html"),
    MARKDOWN("summary.md"),
    JUNIT("junit.xml"),
    CSV("timeline.csv");

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    /** The file's name in a folder given by {@code --out}. */
    public String fileName() {
        return fileName;
    }

    /** The content of the file: the same bytes for the same result. */
    public byte[] bytes(RunResult result) {
        return bytes(result, List.of());
    }

    /** The same; a page shows single transactions too. */
    public byte[] bytes(RunResult result, List<Exemplar> exemplars) {
        return text(result, exemplars).getBytes(StandardCharsets.UTF_8);
    }

    private String text(RunResult result, List<Exemplar> exemplars) {
        return switch (this) {
            case JSON -> ResultJson.write(result);
            case HTML -> HtmlReport.render(result, exemplars);
            case MARKDOWN -> MarkdownReport.render(result);
            case JUNIT -> JUnitReport.render(result);
            case CSV -> CsvReport.render(result);
        };
    }
}
