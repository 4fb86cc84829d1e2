package dsqlsim.validate;

import dsqlsim.report.ValidationReport;
import dsqlsim.run.Version;

/** The same as one page that needs nothing else, with the main curves. */
public final class ValidationPage {
    private ValidationPage() {}

    /** The page, the same bytes for the same campaign. */
    public static String render(ValidationTable table) throws InterruptedException {
        Curves curves = new Curves(table, new Campaign(false, table.seed(), 1));
        return new ValidationReport(
                        Version.NUMBER,
                        table.full() ? "at full size" : "at a small size",
                        "seed " + table.seed(),
                        curves.all(),
                        table.rows(),
                        Remains.ALL)
                .render();
    }
}
