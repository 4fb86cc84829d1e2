package dsqlsim.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** A result as one web page that needs nothing else: it opens from disk, offline, and its numbers are there without scripts. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page. */
    public static String render(RunResult result) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("run.jte", result, page);
        return page.toString();
    }
}
