package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page as people open it. */
class PageInBrowserTest {
    private static final String PAGE = HtmlReport.render(PlacesTest.result(), List.of(SpaceTimeTest.COMMIT));
    private static final List<String> PAGES =
            List.of(PAGE, ValidationReportTest.sample().render());
    private static final String SERIOUS = """
            const done = arguments[arguments.length - 1];
            axe.run(document).then(found => done(found.violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | '))));
            """;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void asUsual() {
        browser.show("screen", "light");
    }

    @Test
    void chartsAppearAndNothingIsComplainedOfOrAskedFor() throws IOException {
        browser.open(PAGE, 1280);
        assertThat((Long) browser.run(
                        "return document.querySelectorAll('#charts figure:not([hidden]) .chart svg').length"))
                .isGreaterThanOrEqualTo(5);
        assertThat((Long) browser.run("return performance.getEntriesByType('resource').length"))
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPointerOverAChartIsToldTheFigures() throws IOException {
        browser.open(PAGE, 1280);
        WebElement chart = browser.driver.findElement(By.id("throughput"));
        browser.run("document.getElementById('throughput').scrollIntoView({block: 'center'})");
        new Actions(browser.driver).moveToElement(chart, 40, 0).pause(300).perform();
        assertThat(chart.getText()).contains("committed").contains("/s");
        assertThat(browser.driver.findElement(By.id("latency")).getText()).contains("p99");
    }

    @Test
    void theSliderGoesThroughTime() throws IOException {
        browser.open(PAGE, 1280);
        WebElement caption = browser.driver.findElement(By.id("places-caption"));
        assertThat(caption.getText()).startsWith("At 63 s").contains("us-east-2 is evicted");
        browser.run(
                "const r = document.querySelector('#places-time input'); r.value = 0; r.dispatchEvent(new Event('input'))");
        assertThat(caption.getText()).startsWith("At 0 s").doesNotContain("evicted");
        assertThat(browser.driver.findElements(By.cssSelector("#places .evicted")))
                .isEmpty();
        browser.driver.findElement(By.cssSelector("#places-time .next")).click();
        assertThat(browser.driver.findElements(By.cssSelector("#places .node.down")))
                .hasSize(1);
        assertThat(browser.driver.findElements(By.cssSelector("#places .link.cut")))
                .hasSize(1);
    }

    @Test
    void aTransactionIsFollowedStepByStep() throws IOException {
        browser.open(PAGE, 1280);
        WebElement caption = browser.driver.findElement(By.cssSelector(".lens .caption"));
        WebElement next = browser.driver.findElement(By.cssSelector(".lens .next"));
        next.click();
        assertThat(caption.getText()).startsWith("1/5").contains("sends COMMIT");
        next.sendKeys(Keys.ARROW_RIGHT);
        next.sendKeys(Keys.ARROW_RIGHT);
        assertThat(caption.getText()).startsWith("3/5").contains("never arrives");
        assertThat(browser.driver.findElement(By.cssSelector(".spacetime .now")).getAttribute("class"))
                .contains("lost");
        next.sendKeys(Keys.ARROW_LEFT);
        assertThat(caption.getText()).startsWith("2/5");
    }

    @Test
    void darkAndPrintedItIsReadable() throws IOException {
        browser.open(PAGE, 1280);
        browser.show("screen", "dark");
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 27)");
        browser.show("print", "light");
        assertThat(browser.run("return getComputedStyle(document.querySelector('nav')).display"))
                .isEqualTo("none");
        assertThat(browser.run("return getComputedStyle(document.getElementById('picture')).display"))
                .isEqualTo("block");
        assertThat(browser.run("return getComputedStyle(document.querySelector('.lens')).display"))
                .isEqualTo("block");
    }

    @Test
    void onAPhoneNothingRunsOverTheEdge() throws IOException {
        for (String page : PAGES) {
            browser.open(page, 360);
            assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
        }
    }

    @Test
    void whoDoesNotSeeOrDoesNotClickCanReadIt() throws IOException {
        for (String page : PAGES) {
            for (String scheme : List.of("light", "dark")) {
                browser.open(page, 1280);
                browser.show("screen", scheme);
                browser.run(Resources.text("axe.min.js"));
                assertThat((List<?>) browser.driver.executeAsyncScript(SERIOUS))
                        .as(browser.driver.getTitle() + ", " + scheme)
                        .isEmpty();
            }
        }
    }

    @Test
    void aHostileScenarioDoesNothing() throws IOException {
        browser.open(HtmlReport.render(HostileSample.result()), 1280);
        assertThat(browser.driver.getTitle()).contains("</script><script>").isNotEqualTo("owned");
        assertThat(browser.complaints()).isEmpty();
    }
}
