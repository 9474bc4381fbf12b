package pl.soclab.webinarbot.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Files and forwarded texts on the page, from an organiser's chair. */
class PageFilesBrowserTest extends BrowserTest {
  private static final String PLAN = "# Plan\n\nGodzina 9:00, żółte krzesła\n";

  @TempDir private Path disk;

  @BeforeEach
  void annaHasBegun() {
    preview.residents().named("Anna").starts("");
    shown("#text");
  }

  @Test
  void chosenFileIsShownWithItsSizeAndSentWithACaption() {
    choose("zażółć.md", PLAN);
    eventually("the file waits", () -> texts("#context p").contains("Plik (40 B): zażółć.md"));
    assertThat(focusedId()).isEqualTo("text");
    focused().sendKeys("nowy plan" + Keys.ENTER);

    eventually("the message", () -> !texts(".message.mine .file").isEmpty());

    assertThat(texts(".message.mine .file strong")).containsExactly("zażółć.md");
    assertThat(texts(".message.mine .file small")).containsExactly("40 B");
    assertThat(texts(".message.mine .text")).containsExactly("/start", "nowy plan");
    URI link = URI.create(String.valueOf(shown(".message.mine .file").getDomProperty("href")));
    assertThat(api.get(link).body()).isEqualTo(PLAN);
    eventually("nothing waits", () -> !shows("#context"));
    assertThat(consoleErrors()).isEmpty();
  }

  @Test
  void fileIsChosenAndSentWithTheKeyboardAlone() {
    shown("#text").sendKeys(Keys.chord(Keys.SHIFT, Keys.TAB));
    assertThat(focused().getAccessibleName()).isEqualTo("Załącz plik lub coś innego");
    focused().sendKeys(Keys.ENTER);
    assertThat(focused().getText()).isEqualTo("Plik z dysku");
    focused().sendKeys(Keys.ESCAPE);
    assertThat(focusedId()).isEqualTo("things-open");

    choose("plan.md", PLAN);
    eventually("the field has the focus", () -> focusedId().equals("text"));
    focused().sendKeys(Keys.ENTER);

    eventually("the message", () -> !texts(".message.mine .file").isEmpty());
    assertThat(focusedId()).isEqualTo("text");
  }

  @Test
  void fileIsGivenUpBeforeItIsSent() {
    choose("plan.md", PLAN);
    shown("#context-close").click();

    assertThat(shows("#context")).isFalse();
    shown("#text").sendKeys("kiedy?" + Keys.ENTER);
    eventually("the text", () -> texts(".message.mine .text").contains("kiedy?"));
    assertThat(texts(".message.mine .file")).isEmpty();
  }

  @Test
  void slowFileShowsHowFarItIsAndCanBeGivenUp() {
    throttled(
        () -> {
          drag("drop", "film.mp4", 5 * 1024 * 1024);
          shown(".send").click();

          WebElement progress = shown("#progress");
          eventually(
              "some of it has left",
              () -> Double.parseDouble(String.valueOf(progress.getDomProperty("value"))) > 0.01);
          assertThat(progress.getAccessibleName()).isEqualTo("Wysyłanie pliku");
          shown("#context-close").click();

          assertThat(shows("#context")).isFalse();
          shown("#text").sendKeys("kiedy?" + Keys.ENTER);
          eventually("the text", () -> texts(".message.mine .text").contains("kiedy?"));
          assertThat(texts(".message.mine .file")).isEmpty();
          assertThat(shows("#toast.shown")).as("nothing went wrong").isFalse();
        });
  }

  @Test
  void droppedFileWaitsToBeSent() {
    drag("dragover", "plan.md", 5);
    assertThat(shows("#drop")).isTrue();

    drag("drop", "plan.md", 5);

    eventually("the file waits", () -> texts("#context p").contains("Plik (5 B): plan.md"));
    assertThat(shows("#drop")).isFalse();
    shown(".send").click();
    eventually("the message", () -> !texts(".message.mine .file").isEmpty());
  }

  @Test
  void whatCannotBeSentIsToldInPolish() {
    drag("drop", "pusty.md", 0);
    eventually("a toast", () -> texts("#toast").contains("Plik „pusty.md” jest pusty."));

    drag("drop", "film.mp4", 21 * 1024 * 1024);
    eventually(
        "a toast",
        () ->
            texts("#toast")
                .contains("Plik „film.mp4” ma 22 MB. Telegram przekazuje botom najwyżej 20 MB."));
    assertThat(shows("#context")).isFalse();
  }

  @Test
  void fileThatCouldNotBeSentWaitsWithItsCaption() {
    choose("plan.md", PLAN);
    preview.close();
    shown("#text").sendKeys("podpis" + Keys.ENTER);

    eventually(
        "a toast",
        () -> texts("#toast").getFirst().startsWith("Nie udało się wysłać pliku: podgląd"));

    assertThat(texts("#context p")).containsExactly("Plik (40 B): plan.md");
    assertThat(shown("#text").getDomProperty("value")).isEqualTo("podpis");
    assertThat(shows("#progress")).isFalse();
  }

  @Test
  void pastedTextIsSentAsForwarded() {
    shown("#text").sendKeys("Zapraszamy w czwartek");
    shown("#things-open").click();
    shown("[data-thing='forward']").click();

    eventually("the message", () -> !texts(".message.mine .forwarded").isEmpty());

    assertThat(texts(".message.mine .forwarded")).containsExactly("Przekazane · Ktoś inny");
    assertThat(texts(".message.mine .text").getLast()).isEqualTo("Zapraszamy w czwartek");
    assertThat(shown("#text").getDomProperty("value")).isEmpty();
    assertThat(shows("#context")).isFalse();
  }

  @Test
  void textThatIsYetToBePastedIsMarkedAsForwardedBeforehand() {
    shown("#things-open").click();
    shown("[data-thing='forward']").click();
    assertThat(texts("#context p").getFirst()).isEqualTo("Do wysłania jako przekazane");
    focused().sendKeys("Zapraszamy" + Keys.ENTER);

    eventually("the message", () -> !texts(".message.mine .forwarded").isEmpty());

    focused().sendKeys("kiedy?" + Keys.ENTER);
    eventually("the next text", () -> texts(".message.mine .text").contains("kiedy?"));
    assertThat(texts(".message.mine .forwarded")).as("only that one").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.md", "plan zajęć.txt", "plan.docx"})
  void fileOfTheBotIsDownloadedByItsName(String name) {
    Object _ =
        browser.executeCdpCommand(
            "Browser.setDownloadBehavior",
            Map.of("behavior", "allow", "downloadPath", disk.toString()));
    api.sendDocument(preview.residents().named("Anna").id(), name, PLAN);
    shown(".message:not(.mine) .file").click();

    Path saved = disk.resolve(name);
    eventually("the file on the disk", () -> Files.isRegularFile(saved));

    eventually("all of it", () -> read(saved).equals(PLAN));
  }

  @Test
  void organiserIsMarkedInTheListAndOverTheChat() {
    assertThat(texts("#chats .mark")).containsExactly("organizatorka");
    assertThat(texts("#chats li:first-child .name").getFirst()).contains("Anna", "organizatorka");
    assertThat(shown("#chat-status").getText()).isEqualTo("organizatorka · rozmowa z botem");

    shown("#chats li:nth-child(2) button").click();

    assertThat(shown("#chat-status").getText()).isEqualTo("rozmowa z botem");
  }

  @Test
  void fileFitsASmallPhone() {
    choose("bardzo-długa-nazwa-pliku-z-konsultacji-placu-zabaw-wersja-ostateczna.docx", PLAN);
    onWidth(
        360,
        () -> {
          assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
              .isEqualTo(360L);
          for (String selector : List.of("#things-open", "#context-close", ".send")) {
            WebElement part = shown(selector);
            assertThat(part.getLocation().x + part.getSize().width)
                .as(selector)
                .isLessThanOrEqualTo(360);
          }
          shown("#things-open").click();
          assertThat(shown("[data-thing='location']").getLocation().y).isPositive();
        });
  }

  private void choose(String name, String content) {
    try {
      Path file = Files.writeString(disk.resolve(name), content);
      browser.findElement(By.id("file")).sendKeys(file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As when a file of that length is dragged over the messages. */
  private static void drag(String kind, String name, int bytes) {
    Object _ =
        browser.executeScript(
            "const data = new DataTransfer();"
                + "data.items.add(new File([new Uint8Array(arguments[2])], arguments[1]));"
                + "document.getElementById('scroll').dispatchEvent(new DragEvent(arguments[0],"
                + " {dataTransfer: data, bubbles: true, cancelable: true}));",
            kind,
            name,
            bytes);
  }

  private static void throttled(Runnable look) {
    Object _ = browser.executeCdpCommand("Network.enable", Map.of());
    limit(200_000);
    try {
      look.run();
    } finally {
      limit(-1);
    }
  }

  private static void limit(int bytesPerSecond) {
    Object _ =
        browser.executeCdpCommand(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline",
                false,
                "latency",
                0,
                "downloadThroughput",
                -1,
                "uploadThroughput",
                bytesPerSecond));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
