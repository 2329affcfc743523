package org.bulbil.atlas.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window; a test is skipped where it is not installed. */
public final class Browser implements AutoCloseable {

  /** The longest that a page takes to do what it was told, on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Pattern REQUEST =
      Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"url\":\"([^\"]+)\"");

  private final ChromeDriver driver;

  public Browser() {
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").toFile())
            .build();
    driver = new ChromeDriver(service, options());
  }

  private static ChromeOptions options() {
    var options = new ChromeOptions();
    options.setBinary(program("chromium").toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // Tests run as root in containers, where it cannot be had.
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--disable-background-networking",
        "--no-first-run");
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  private static Path program(String name) {
    return Stream.of("/usr/bin/" + name, "/usr/lib/chromium/" + name)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(
            () ->
                abort(
                    name
                        + " is not here: the pages are not looked at"
                        + " (apt-get install chromium chromium-driver)"));
  }

  /** A screen so many pixels wide, bright or dark, of somebody who runs scripts or does not. */
  public void as(int width, String scheme, Scripts scripts) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    driver.executeCdpCommand(
        "Emulation.setScriptExecutionDisabled", Map.of("value", scripts == Scripts.OFF));
  }

  /** Whether a page's scripts run. */
  public enum Scripts {
    ON,
    OFF
  }

  public void open(String url) {
    driver.get(url);
  }

  public String url() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  public WebElement one(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  public Object run(String script) {
    return Objects.requireNonNull(driver.executeScript(script), "an answer");
  }

  public Object runAsync(String script) {
    driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(3));
    return Objects.requireNonNull(driver.executeAsyncScript(script), "an answer");
  }

  public WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Waits for what a script does. */
  public void until(String what, java.util.function.BooleanSupplier condition) {
    var limit = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("in " + PATIENCE + " it did not become so: " + what);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the console has complained about since it was asked last. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Everything that was asked of anybody since it was asked last. */
  public List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .flatMap(entry -> REQUEST.matcher(entry.getMessage()).results())
        .map(found -> found.group(1))
        .toList();
  }

  /** The screen as a PNG. */
  public byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** The rules of axe-core, as a script. */
  static String axe() {
    var name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (var in = Objects.requireNonNull(Browser.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serious and critical violations of rules of accessibility, a line each. */
  public List<String> barriers() {
    run(axe() + "; return true;");
    var found =
        runAsync(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
                + ".then(r => done(r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))),"
                + " e => done(['axe failed: ' + e]));");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
