package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
  private static final Pattern LONG_RUN = Pattern.compile("\\p{Nd}{7,}");

  /** What people and machines write, for texts that nobody thought of. */
  private static final String[] PIECES = {
    "0",
    "1",
    "7",
    "9",
    "602",
    "123456",
    "85121212345",
    "٣",
    "５",
    "²",
    "5\uFE0F\u20E3",
    " ",
    "-",
    "\u00A0",
    "\u200B",
    "\u202E",
    ".",
    "/",
    "(",
    ")",
    "+48",
    "00",
    "[",
    "]",
    "[numer]",
    "@",
    "at",
    "wp.pl",
    "https://",
    "www.",
    "t.me/",
    "?token=",
    "nazywam się",
    " jestem ",
    "Anna",
    "Nowak",
    "mieszkam na ",
    "ul. ",
    "PL",
    "ą",
    "\n",
    "\t",
    "\0",
    "\uD83D\uDE00",
    "\uD83D",
    "\uDE00",
    "…",
    "%",
    "17.02.2022",
    "9:00",
    "parking"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "602123456",
        "602 123 456",
        "602-123-456",
        "602.123.456",
        "60 212 34 56",
        "6 0 2 1 2 3 4 5 6",
        "+48 602 123 456",
        "+48602123456",
        "0048 602 123 456",
        "(+48) 602-123-456",
        "(22) 123 45 67",
        "22 123-45-67",
        "+380 67 123 45 67",
        "+1 (555) 010-9999",
        "602\u00A0123\u00A0456",
        "602\u2011123\u2011456",
        "602\u200B123\u200B456",
        "602/123/456",
        "602_123_456",
        "602*123*456",
        "６０２１２３４５６",
        "٦٠٢١٢٣٤٥٦",
        "6\uFE0F\u20E30\uFE0F\u20E32\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E34\uFE0F\u20E35",
        "85121212345",
        "851212 12345",
        "PL61 1090 1014 0000 0712 1981 2874",
        "PL61109010140000071219812874",
        "61 1090 1014 0000 0712 1981 2874",
        "819 5103 4606",
        "ABC 123456",
        "ABC123456"
      })
  void longNumbersAreMasked(String number) {
    String masked = Masking.mask("proszę o telefon " + number + " w sprawie parkingu");

    assertThat(masked).matches("proszę o telefon \\(?\\[numer] w sprawie parkingu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "czy to jest 17.02.2022?",
        "czy to jest 17.02.2022 o 9:00 czy o 10:30?",
        "czy 2022-02-17 o 9.00 to dobry termin?",
        "czy w latach 2021-2022 też było?",
        "czy bilet za 120 zł, 100 000 ludzi przyjdzie?",
        "kod pocztowy 16-300 Augustów?",
        "czy linia 12 jedzie pod numer 5?",
        "czy burmistrz Anna Nowak będzie?",
        "czy jest też strona https://citizenlab.co?",
        "jestem z Augustowa, mogę przyjść?",
        "czy tu Augustów też bierze udział?",
        "jestem mieszkanką gminy, czy mogę?",
        "mieszkam w Wasilkowie, czy mogę?"
      })
  void whatAsksForTheEventStays(String question) {
    assertThat(Masking.mask(question)).isEqualTo(question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@wp.pl",
        "Anna.Nowak+gmina@poczta.gmina.example",
        "anna.nowak (at) wp.pl",
        "anna[małpa]wp.pl",
        "anna małpa wp kropka pl",
        "anna_n @ wp.pl",
        "łukasz.żak@gmina.pl",
        "mailto:anna@wp.pl"
      })
  void emailsAreMasked(String address) {
    assertThat(Masking.mask("wyślijcie program na " + address + " proszę"))
        .matches("wyślijcie program na (mailto:)?\\[e-mail] proszę");
  }

  @ParameterizedTest
  @CsvSource({
    "'czemu https://us02web.zoom.us/j/81951034606?pwd=abcDEF nie działa?', 'czemu [link] nie działa?'",
    "'nie działa www.gmina.pl/konto/anna', 'nie działa [link]'",
    "'nie działa gmina.pl/konto?id=7', 'nie działa [link]'",
    "'tg://user?id=12345 to ja', '[link] to ja'",
    "'https://anna:haslo@gmina.pl nie działa', '[link] nie działa'",
    "'piszcie do @anna_nowak', 'piszcie do [nazwa]'",
    "'https://gmina.pl/ działa?', 'https://gmina.pl/ działa?'"
  })
  void linksThatTellMoreThanASiteAreMasked(String question, String kept) {
    assertThat(Masking.mask(question)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "'Nazywam się Anna Nowak, czy mogę przyjść?', 'Nazywam się [imię], czy mogę przyjść?'",
    "'nazywam sie anna nowak i pytam o parking', 'nazywam sie [imię] i pytam o parking'",
    "'Dzień dobry, jestem Anna Maria Nowak-Kowalska.', 'Dzień dobry, jestem [imię].'",
    "'Jestem Anna, czy jest winda?', 'Jestem [imię], czy jest winda?'",
    "'jestem jan kowalski czy jest winda', 'jestem [imię] czy jest winda'",
    "'mam na imię Łukasz', 'mam na imię [imię]'",
    "'tu Jan Kowalski, jest winda?', 'tu [imię], jest winda?'",
    "'Czy jest winda? Pozdrawiam, Anna Nowak', 'Czy jest winda? Pozdrawiam, [imię]'",
    "'Z poważaniem Jan Kowalski', 'Z poważaniem [imię]'",
    "'My name is John Smith', 'My name is [imię]'",
    "'Мене звати Олена Шевченко', 'Мене звати [imię]'",
    "'mieszkam przy ul. Leśnej 5 m. 3, czy to daleko?', 'mieszkam [adres], czy to daleko?'",
    "'mieszkam na Leśnej 12/4', 'mieszkam [adres]'"
  })
  void namesAndAddressesOfThoseWhoTellThemAreMasked(String question, String kept) {
    assertThat(Masking.mask(question)).isEqualTo(kept);
  }

  @Test
  void oneLineIsKept() {
    assertThat(Masking.mask("  czy będzie\n\tparking \0 ? ")).isEqualTo("czy będzie parking ?");
    assertThat(Masking.mask("\u200B \n")).isEmpty();
  }

  @Test
  void longTextsAreCutBetweenCharactersAndMasks() {
    String emoji = "a" + "\uD83D\uDE00".repeat(400);
    String numbers = "ab 602 123 456, ".repeat(100);

    assertThat(Masking.mask(emoji)).hasSizeLessThanOrEqualTo(Masking.LONGEST).endsWith("…");
    assertThat(Masking.mask(emoji).codePoints()).noneMatch(MaskingTest::isLoneSurrogate);
    assertThat(Masking.mask(numbers)).matches("(ab \\[numer], )*(ab|ab \\[numer],?)?…");
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Test
  void noLongRunOfDigitsSurvivesWhateverIsAroundIt() {
    var random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String text = anything(random, 1 + random.nextInt(40));

      String masked = Masking.mask(text);

      assertThat(LONG_RUN.matcher(masked).find()).as("%s -> %s", text, masked).isFalse();
      assertThat(masked.length()).isLessThanOrEqualTo(Masking.LONGEST);
      assertThat(masked).doesNotContain("\n", "\0", "\u202E");
      assertThat(masked.codePoints()).noneMatch(MaskingTest::isLoneSurrogate);
    }
  }

  private static String anything(Random random, int pieces) {
    var text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        " ",
        "1 ",
        "@",
        "a@",
        "a.",
        "a.a",
        "(1)",
        "https://",
        "mieszkam na ",
        "nazywam się ",
        "PL ",
        "[",
        "a@b.",
        "a(at)b kropka ",
        "www.",
        "1.",
        "a.b/",
        "a ",
        "ABC 12345 ",
        "1\u20E3",
        "A",
        "17.02.2022 "
      })
  void longTextsTakeNeitherLongNorMuchStack(String piece) throws InterruptedException {
    String text = piece.repeat(4096 / piece.length());
    Masking.mask(text);
    var taken = new AtomicReference<Duration>();

    var thread =
        new Thread(
            null,
            () -> {
              long start = System.nanoTime();
              Masking.mask(text);
              taken.set(Duration.ofNanos(System.nanoTime() - start));
            },
            "small stack",
            192 * 1024);
    thread.start();
    thread.join();

    assertThat(taken.get()).isNotNull().isLessThan(Duration.ofMillis(100));
  }
}
