package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.ANNA;
import static pl.soclab.webinarbot.desk.ADesk.BARTEK;
import static pl.soclab.webinarbot.desk.ADesk.CELINA;
import static pl.soclab.webinarbot.desk.ADesk.GROUP;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENT;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENTS;
import static pl.soclab.webinarbot.desk.ADesk.withTheWebinar;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Forwarded;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.messaging.ChatId;

class PairingTest {
  private static final Pattern COMMAND = Pattern.compile("/organizator [A-Z0-9-]{11}");
  private static final String WRONG = "/organizator K7M-2QX-9RT";

  /** The command that a text tells to write. */
  private static Text commandIn(String text) {
    Matcher command = COMMAND.matcher(text);
    assertThat(command.find()).as(text).isTrue();
    return new Text(command.group());
  }

  private static Text codeAtStart(ADesk desk) {
    return commandIn(Objects.requireNonNull(desk.inviting().atStart()));
  }

  private static Text codeOfAnna(ADesk desk) {
    desk.types("/organizatorzy_bota").presses("Zaproś organizatora");
    return commandIn(desk.reads());
  }

  @Test
  void whereNobodyIsAnOrganiserTheOperatorReadsHowToBecomeOne() {
    var desk = ADesk.listing();
    String line = Objects.requireNonNull(desk.inviting().atStart());

    assertThat(line).startsWith("Aby zostać organizatorem").contains("15 minut");
    assertThat(desk.sends(ANNA, commandIn(line)).reads())
        .startsWith("Ta rozmowa należy teraz do organizatora bota.")
        .contains("/rozeslij", "/wylacz", "/organizatorzy_bota");
    assertThat(desk.organisers.all()).containsExactly(ANNA);
    assertThat(desk.menus).containsExactly(ANNA);
    assertThat(desk.types("/plan").reads()).doesNotContain("Przepraszam");
  }

  @Test
  void noCodeIsPrintedWhereSomebodyIsListedOrPaired() {
    assertThat(withTheWebinar().inviting().atStart()).isNull();
    var desk = ADesk.listing();
    desk.sends(ANNA, codeAtStart(desk));

    assertThat(desk.inviting().atStart()).isNull();
  }

  @Test
  void organiserInvitesAColleagueAndTheOthersAreTold() {
    var desk = withTheWebinar();
    Text code = codeOfAnna(desk);

    desk.sends(CELINA, code);

    assertThat(desk.organisers.all()).containsExactly(ANNA, BARTEK, CELINA);
    assertThat(desk.reports()).containsExactly(ANNA + ": " + report(), BARTEK + ": " + report());
    assertThat(desk.sends(CELINA, new Text("/organizatorzy_bota")).reads())
        .contains("numer 501000001: z ustawień programu")
        .contains("numer 501000003 (ta rozmowa): 16 lutego, 12:00, kod od numeru 501000001");
  }

  private static String report() {
    return "Numer 501000003 jest od teraz organizatorem bota (kod od numeru 501000001). Jeśli to"
        + " pomyłka, można go usunąć pod /organizatorzy_bota.";
  }

  @Test
  void turnThatComesAgainIsAnsweredAlikeAndToldOnce() {
    var desk = withTheWebinar();
    Text code = codeOfAnna(desk);
    String first = desk.sends(CELINA, code).reads();

    assertThat(desk.sends(CELINA, code).reads()).isEqualTo(first);
    assertThat(desk.reports()).hasSize(2);
  }

  @Test
  void codeIsUsedOnceAndOutlivesARestart() {
    var desk = withTheWebinar();
    Text code = codeOfAnna(desk);
    desk.restarts();

    assertThat(desk.sends(CELINA, code).reads()).startsWith("Ta rozmowa należy teraz");
    assertThat(desk.sends(RESIDENT, code).reads()).startsWith("Ten kod nie działa");
    assertThat(desk.sends(RESIDENT, new Text("/plan")).reads()).startsWith("Przepraszam");
  }

  @Test
  void codeIsOfNoUseAfterFifteenMinutes() {
    var desk = withTheWebinar();
    Text code = codeOfAnna(desk);

    desk.waits(Duration.ofMinutes(15)).sends(CELINA, code);

    assertThat(desk.reads()).startsWith("Ten kod nie działa");
    assertThat(desk.organisers.contains(CELINA)).isFalse();
    assertThat(desk.menus).isEmpty();
  }

  @Test
  void afterFiveWrongCodesTheRightOneWaitsToo() {
    var desk = withTheWebinar();
    Text code = codeOfAnna(desk);
    for (int i = 0; i < 5; i++) {
      assertThat(desk.sends(CELINA, new Text(WRONG)).reads()).startsWith("Ten kod nie działa");
    }
    for (int i = 0; i < 5; i++) {
      assertThat(desk.sends(CELINA, new Text(WRONG)).reads())
          .contains("Proszę spróbować za godzinę");
    }

    assertThat(desk.sends(CELINA, code).reads()).contains("Proszę spróbować za godzinę");
    assertThat(desk.organisers.contains(CELINA)).isFalse();
    desk.waits(Duration.ofHours(1));
    assertThat(desk.sends(CELINA, codeOfAnna(desk)).reads()).startsWith("Ta rozmowa należy teraz");
  }

  @Test
  void organisersNeedNoCodeAndUseNoneUp() {
    var desk = withTheWebinar();
    Text code = codeOfAnna(desk);

    assertThat(desk.sends(BARTEK, code).reads()).contains("już należy do organizatora");
    assertThat(desk.sends(CELINA, code).reads()).startsWith("Ta rozmowa należy teraz");
  }

  @Test
  void codeInAGroupIsRefusedAndIsOfNoUseAnyMore() {
    var desk = withTheWebinar();
    Text code = codeOfAnna(desk);

    desk.sends(GROUP, ChatType.GROUP, code);

    assertThat(desk.reads()).contains("tylko w rozmowie prywatnej");
    assertThat(desk.organisers.contains(GROUP)).isFalse();
    assertThat(desk.sends(CELINA, code).reads()).startsWith("Ten kod nie działa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/organizator", "/organizator warsztatów", "/organizator 17 lutego"})
  void withoutACodeTheCommandIsTheResidents(String command) {
    var desk = withTheWebinar();

    assertThat(desk.sends(RESIDENT, new Text(command)).reads()).isEqualTo(RESIDENTS);
    assertThat(desk.sends(ANNA, new Text(command)).reads()).isEqualTo(RESIDENTS);
    assertThat(desk.sends(GROUP, ChatType.GROUP, new Text(command)).reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void forwardedCodeMakesNobodyAnOrganiser() {
    var desk = withTheWebinar();
    Text code = codeOfAnna(desk);

    desk.sends(CELINA, new Forwarded(code.text()));

    assertThat(desk.organisers.contains(CELINA)).isFalse();
  }

  @Test
  void codesOfOneWhoWasRemovedAreOfNoUse() {
    var desk = withTheWebinar();
    desk.sends(CELINA, codeOfAnna(desk));
    desk.sends(CELINA, new Text("/organizatorzy_bota")).presses(CELINA, "Zaproś organizatora");
    Text code = commandIn(desk.reads());

    desk.types("/organizatorzy_bota").presses("Usuń numer 501000003").presses("Tak, usuń");

    assertThat(desk.sends(new ChatId(9), code).reads()).startsWith("Ten kod nie działa");
  }
}
