package pl.soclab.webinarbot.preview;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One Chromium for all tests of a class; each has a preview of its own with a bot behind it. */
abstract class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  static ChromeDriver browser;

  final Preview preview =
      Preview.start(
          PreviewSettings.startingAt(ApiClient.START)
              .onPort(0)
              .labelled(Map.of(PreviewSettings.FIRST_RESIDENT, "organizatorka")));
  final ApiClient api = new ApiClient(preview);
  private final ScriptedBot bot = ScriptedBot.start(api);

  @BeforeAll
  static void openBrowser(@TempDir Path profile) {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "Skipped: no Chromium at " + CHROMIUM + " with " + DRIVER);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
        "--user-data-dir=" + profile);
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    browser = new ChromeDriver(service, options);
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void openPage() {
    // What the page of another test said is not this one's.
    List<String> _ = consoleErrors();
    browser.get(preview.page().toString());
  }

  @AfterEach
  void close() {
    // Otherwise the page complains in the log that its preview has gone.
    browser.get("about:blank");
    bot.close();
    api.close();
  }

  /** Does something on a screen of that width, as of a phone. */
  static void onWidth(int width, Runnable look) {
    Object _ =
        browser.executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 740, "deviceScaleFactor", 1, "mobile", true));
    try {
      look.run();
    } finally {
      Object _ = browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  static WebElement shown(String selector) {
    By wanted = By.cssSelector(selector);
    eventually(
        selector, () -> browser.findElements(wanted).stream().anyMatch(WebElement::isDisplayed));
    return browser.findElements(wanted).stream()
        .filter(WebElement::isDisplayed)
        .findFirst()
        .orElseThrow();
  }

  /** Whether such an element can be seen now. */
  static boolean shows(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .anyMatch(WebElement::isDisplayed);
  }

  static String focusedId() {
    return String.valueOf(focused().getDomProperty("id"));
  }

  static WebElement focused() {
    return browser.switchTo().activeElement();
  }

  static List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(WebElement::getText)
        .toList();
  }

  static void eventually(String what, BooleanSupplier question) {
    boolean _ =
        new WebDriverWait(browser, ApiClient.SOON)
            .withMessage(what)
            .pollingEvery(Duration.ofMillis(50))
            .ignoring(StaleElementReferenceException.class)
            .until(page -> question.getAsBoolean());
  }

  static List<String> consoleErrors() {
    return browser.manage().logs().get("browser").getAll().stream().map(Object::toString).toList();
  }
}
