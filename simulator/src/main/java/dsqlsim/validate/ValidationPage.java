package dsqlsim.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The same as one page that needs nothing else, with the main curves. */
public final class ValidationPage {
    private static final String OWN_STYLE =
            "svg{width:100%;max-width:48rem}svg path{fill:none;stroke-width:2}.grid{stroke:var(--line);stroke-width:1}"
                    + ".axis{fill:var(--soft);font-size:12px}path.offered{stroke:var(--offered);stroke-dasharray:4 4}path.w0{stroke:var(--w0)}"
                    + "path.w1{stroke:var(--w1)}circle.w0,rect.w0{fill:var(--w0)}circle.w1,rect.w1{fill:var(--w1)}td{white-space:normal}";

    private ValidationPage() {}

    /** The page, the same bytes for the same campaign. */
    public static String render(ValidationTable table) throws InterruptedException {
        Curves curves = new Curves(new Campaign(false, table.seed(), 1));
        StringBuilder page = new StringBuilder();
        boolean good = table.missed() == 0;
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append(
                        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Validation of dsqlsim</title>\n<style>")
                .append(style())
                .append(OWN_STYLE)
                .append("</style>\n</head>\n<body>\n<header class=\"")
                .append(good ? "good" : "bad")
                .append("\"><div class=\"inner\">\n<p class=\"verdict\"><span class=\"badge\">")
                .append(good ? "all within tolerance" : table.missed() + " out of tolerance")
                .append("</span></p>\n<h1>What the simulator agrees with</h1>\n<p class=\"question\">")
                .append(table.rows().size())
                .append(" numbers from mathematics and from publications, ")
                .append(table.full() ? "at full size" : "at a small size")
                .append(", seed ")
                .append(table.seed())
                .append(".</p>\n</div></header>\n<main id=\"main\">\n");
        section(
                page,
                "Aborts over load",
                "Each transaction writes one of 100 rows; points: simulated; line: aT/(1+aT);"
                        + " dashed: 1-exp(-aT), the form that is often quoted and overstates.",
                curves.aborts());
        section(
                page,
                "How long elections take",
                "Five servers over a wide-area network, one failed. Line: simulated;"
                        + " points: quantiles of the Raft dissertation.",
                curves.elections());
        section(
                page,
                "Latency against the DSQL paper",
                "99th percentiles, published (left) and simulated (right), in the order of the table.",
                curves.latencies(table));
        table(page, table.rows());
        remains(page);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void section(StringBuilder page, String title, String text, String picture) {
        page.append("<section><h2>")
                .append(title)
                .append("</h2>\n<p>")
                .append(text)
                .append("</p>\n");
        page.append(picture).append("</section>\n");
    }

    private static void table(StringBuilder page, List<ValidationTable.Row> rows) {
        page.append(
                        "<section><h2>All numbers</h2>\n<div class=\"scroll\"><table class=\"dense\"><thead><tr><th>case</th><th>what</th>")
                .append(
                        "<th>source</th><th>kind</th><th>expected</th><th>measured</th><th>tolerance</th><th>verdict</th></tr></thead><tbody>\n");
        for (ValidationTable.Row row : rows) {
            page.append("<tr>");
            for (String cell : List.of(
                    row.id(),
                    row.title() + ": " + row.what(),
                    row.source(),
                    row.kind(),
                    row.expected(),
                    row.measured(),
                    row.tolerance())) {
                page.append("<td>").append(escaped(cell)).append("</td>");
            }
            page.append("<td class=\"")
                    .append(row.verdict().equals("ok") ? "good" : "bad")
                    .append("\"><span class=\"tag\">");
            page.append(row.verdict()).append("</span></td></tr>\n");
        }
        page.append("</tbody></table></div></section>\n");
    }

    private static void remains(StringBuilder page) {
        page.append("<section><h2>What remains unvalidated</h2><ul>\n");
        Remains.ALL.forEach(each ->
                page.append("<li>").append(escaped(each.replace("`", ""))).append("</li>\n"));
        page.append("</ul></section>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String style() {
        try (InputStream css = ValidationPage.class.getResourceAsStream("/dsqlsim/report/page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
