package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as people use it, in Chromium, with a bot on the other side. */
class PageBrowserTest extends BrowserTest {
  @Test
  void residentTypesAQuestionAndPressesAButton() {
    shown("#start").click();
    shown("#text").sendKeys("o ktorej to jest??" + Keys.ENTER);
    eventually("two answers", () -> texts(".message:not(.mine) .text").size() == 2);

    assertThat(texts(".message.mine .text")).containsExactly("/start", "o ktorej to jest??");
    assertThat(texts(".message:not(.mine) .text").getLast())
        .isEqualTo("Czwartek, 17 lutego 2022, 9:00. Hasło: 969412");
    assertThat(shown(".text code").getAccessibleName()).isEqualTo("969412, kopiuj");

    browser.findElements(By.cssSelector(".keyboard button")).getLast().click();
    eventually("the link", () -> !texts(".text a[rel~=noopener]").isEmpty());

    assertThat(texts(".text a").getLast()).isEqualTo("https://us02web.zoom.us/j/81951034606");
    eventually("the callback answer", () -> texts("#toast").contains("Już szukam"));
    assertThat(consoleErrors()).isEmpty();
  }

  @Test
  void keyboardAloneIsEnough() {
    shown("#start");
    for (int i = 0; i < 20 && !focusedId().equals("start"); i++) {
      focused().sendKeys(Keys.TAB);
    }
    focused().sendKeys(Keys.ENTER);
    eventually("the field has the focus", () -> focusedId().equals("text"));

    focused().sendKeys("kiedy?" + Keys.ENTER);

    eventually("two answers", () -> texts(".message:not(.mine) .text").size() == 2);
    assertThat(focusedId()).isEqualTo("text");
  }

  @Test
  void textOfOthersNeverBecomesMarkup() {
    TestResident anna = preview.residents().named("Anna");
    anna.writes("<img src=x onerror=\"document.title='zhakowana'\">");
    eventually("the message", () -> !texts(".message.mine .text").isEmpty());

    assertThat(texts(".message.mine .text").getFirst()).startsWith("<img src=x");
    assertThat(browser.findElements(By.cssSelector(".message img"))).isEmpty();
    assertThat(browser.getTitle()).doesNotContain("zhakowana");
  }

  @Test
  void otherChatsCountWhatIsUnread() {
    shown("#start");
    preview.residents().named("Bartek").writes("kiedy?");

    eventually("a badge", () -> !texts("#chats .badge").isEmpty());

    assertThat(texts("#chats .badge").getFirst()).startsWith("1");
    assertThat(browser.getTitle()).startsWith("(1)");
    shown("#chats li:nth-child(2) button").click();
    eventually("no badge", () -> texts("#chats .badge").isEmpty());
    assertThat(shown("#chat-title").getText()).isEqualTo("Bartek");
  }

  @Test
  void deepLinkSendsItsPayload() {
    browser.get(preview.page() + "?start=2022-02-17-citizenlab#bartek");
    shown("#start").click();

    eventually("an answer", () -> !texts(".message:not(.mine) .text").isEmpty());
    assertThat(shown("#chat-title").getText()).isEqualTo("Bartek");
    assertThat(texts(".message.mine .text").getFirst()).isEqualTo("/start 2022-02-17-citizenlab");
  }

  @Test
  void commandsOfTheBotAreListedAndSent() {
    api.result("setMyCommands", "{'commands': [{'command': 'kiedy', 'description': 'Termin'}]}");
    preview.residents().named("Anna").starts("");
    shown("#commands-open").click();

    assertThat(focused().getText()).contains("/kiedy").contains("Termin");
    focused().sendKeys(Keys.ENTER);

    eventually("the command", () -> texts(".message.mine .text").contains("/kiedy"));
  }

  @Test
  void blockedBotIsShownAndUnblocked() {
    TestResident anna = preview.residents().named("Anna");
    anna.starts("");
    long id = anna.id();
    shown("#block").click();

    shown("#unblock").click();

    shown("#text");
    assertThat(api.call("sendMessage", "{'chat_id': " + id + ", 'text': 'a'}").path("ok"))
        .hasToString("true");
  }

  @Test
  void clockIsMovedByADay() {
    shown("#clock summary").click();
    shown("[data-seconds='86400']").click();

    eventually("the next day", () -> shown("#clock-now").getText().contains("17 lut 2022"));
    assertThat(preview.clock().instant()).isAfter(ApiClient.START.plusSeconds(86_000));
  }

  @Test
  void nothingIsCutOffOnASmallPhone() {
    preview.residents().named("Anna").starts("");
    eventually("an answer", () -> !texts(".message:not(.mine) .text").isEmpty());
    onWidth(
        360,
        () -> {
          assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
              .isEqualTo(360L);
          WebElement send = shown(".send");
          assertThat(send.getLocation().x + send.getSize().width).isLessThanOrEqualTo(360);
        });
  }
}
