package dsqlsim.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window, that opens pages from disk. */
final class Browser implements AutoCloseable {
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Charts are drawn one after the other. */
    private static final String DRAWN = """
            const done = arguments[arguments.length - 1];
            const look = () => document.getElementById('charts') && !document.documentElement.classList.contains('drawn')
              ? setTimeout(look, 20) : done();
            look();
            """;

    final ChromeDriver driver;
    private final Path folder;

    private Browser(File browser, File chromedriver) throws IOException {
        Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
        folder = Files.createTempDirectory("dsqlsim-browser");
        LoggingPreferences logged = new LoggingPreferences();
        logged.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions().setBinary(browser);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        options.setCapability("goog:loggingPrefs", logged);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver)
                        .build(),
                options);
    }

    /** Skips the test, with a message, where there is no browser. */
    static Browser start() throws IOException {
        File chromedriver = found("chromedriver");
        File browser = BROWSERS.stream()
                .map(Browser::found)
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(
                chromedriver != null && browser != null,
                "no chromium and chromedriver on the path: the page is not tested in a browser");
        return new Browser(browser, chromedriver);
    }

    private static File found(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(each -> new File(each, program))
                .filter(File::canExecute)
                .findFirst()
                .orElse(null);
    }

    /** Opens a page as a file, in a window of a width. */
    void open(String page, int width) throws IOException {
        Path file = folder.resolve("page.html");
        Files.writeString(file, page);
        driver.manage().window().setSize(new Dimension(width, 900));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.manage().logs().get(LogType.BROWSER);
        driver.get(file.toUri().toString());
        driver.executeAsyncScript(DRAWN);
    }

    /** {@code media}: screen or print; {@code scheme}: light or dark. */
    void show(String media, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /** What the page complained of since it was opened. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        }
    }
}
