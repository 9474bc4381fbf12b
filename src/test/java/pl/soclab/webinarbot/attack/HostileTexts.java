package pl.soclab.webinarbot.attack;

import java.util.ArrayList;
import java.util.List;

/** What somebody may write, paste or put into a file to see what happens. */
public final class HostileTexts {
  /** Bot API, {@code Message.text}; the reader of updates must stand more. */
  private static final int USUAL = 4096;

  private static final List<String> QUESTIONS =
      List.of(
          "o ktorej to jest??",
          "Gdzie odbędzie się spotkanie i czy trzeba się zapisać?",
          "a link?",
          "czy będzie nagranie",
          "kto organizuje webinarium i jak się z nim skontaktować",
          "what time does it start?",
          "о котрій годині початок?",
          "przypomnij mi jutro o 8",
          "nie pisz do mnie więcej",
          "dziękuję",
          "17.02 o 9:00 czy w piątek 18 lutego?");

  private static final List<String> REPEATED =
      List.of(
          "a",
          "ą",
          "Ż",
          "1",
          "0",
          " ",
          "\n",
          ".",
          "?",
          "-",
          "'",
          "\"",
          "/",
          "@",
          "&",
          "<",
          "(",
          "[",
          "{",
          "*",
          "_",
          "`",
          "|",
          ":",
          "%",
          "\\",
          "\u00A0",
          "\u200B",
          "\u200D",
          "\u202E",
          "\u2066",
          "\uFEFF",
          "\u0301",
          "\u0328",
          "a\u0301",
          "👩‍👩‍👧‍👦",
          "🏳️‍🌈",
          "🇵🇱",
          "👍🏿",
          "שלום ",
          "مرحبا ",
          "ﷺ",
          "ꙮ",
          "\uD83D",
          "\uDC4D",
          "\u0000",
          "\u0007",
          "\r",
          "nie",
          "nie ",
          "ab ",
          "xyzzy",
          "godz. ",
          "godz. 9 ",
          "o 9:00 ",
          "o dziewiątej ",
          "17.02. ",
          "17 lutego ",
          "w czwartek ",
          "dwudziestego pierwszego ",
          "pół do ",
          "za kwadrans ",
          "1.1.",
          "9:",
          "12-",
          "ul. ",
          "a@",
          "a@a.",
          "www.",
          "https://",
          "http://a.b/",
          "https://a…",
          "a,b;",
          "czy ",
          "a czy ",
          "kiedy? ",
          "gdzie i kiedy i ",
          "ziemniak ",
          "prze",
          "naj",
          "superultra",
          "-ą-",
          "l'",
          "\t",
          "\u2028",
          "ß",
          "İ",
          "ı",
          "ǆ",
          "ﬃ",
          "Ⅷ",
          "①",
          "٣",
          "０",
          "e\u0335\u0336\u0337\u0338");

  private static final List<String> SYLLABLES =
      List.of(
          "prze", "za", "nie", "kon", "sul", "ta", "cja", "we", "bi", "nar", "ium", "or", "ga",
          "ni", "za", "tor", "ów", "ami", "ego", "ści", "szcz", "ę", "ąc", "ków", "ny", "do", "po",
          "spo");

  private static final List<String> COMMANDS =
      List.of(
          "/start",
          "/pomoc",
          "/prywatnosc",
          "/wydarzenia",
          "/kiedy",
          "/link",
          "/tlumaczenie",
          "/organizatorzy",
          "/organizator",
          "/program",
          "/przypomnij",
          "/przypomnienia",
          "/stop",
          "/zapytaj",
          "/rozeslij",
          "/plan",
          "/rozsylki",
          "/bez_odpowiedzi",
          "/plik",
          "/wersje",
          "/sprawdz",
          "/zapytaj_na_probe",
          "/panel",
          "/wylacz",
          "/wlacz",
          "/organizatorzy_bota",
          "/moje_dane",
          "/usun_dane",
          "/",
          "/ ",
          "//",
          "/\u0000",
          "/ŻÓŁW",
          "/start@",
          "/kiedy@inny_bot");

  private static final List<String> MARKUP =
      List.of(
          "<b>&\"",
          "</code><a href=\"https://evil.example\">tu</a>",
          "<script>alert(1)</script>",
          "[tu](javascript:alert(1))",
          "tg://resolve?domain=evil",
          "javascript:alert(1)",
          "'; DROP TABLE inbox; --",
          "\" OR 1=1 --",
          "${jndi:ldap://127.0.0.1/a}",
          "%s%n%x",
          "{0} {1}",
          "../../etc/passwd",
          "..\\..\\boot.ini",
          "&lt;b&gt;",
          "&#0;",
          "]]>",
          "<!--",
          "\\u0000",
          "{{7*7}}",
          "$(reboot)",
          "`id`",
          "\u001B[31mczerwone\u001B[0m",
          "a\r\nERROR Bot: forged line");

  private final Dice dice;

  public HostileTexts(Dice dice) {
    this.dice = dice;
  }

  /** A text of any length, most of at most 4096 characters. */
  public String next() {
    return switch (dice.below(12)) {
      case 0 -> repeated(dice.of(REPEATED), dice.size(USUAL));
      case 1 -> repeated(dice.of(REPEATED), USUAL);
      case 2 -> codePoints(dice.size(USUAL));
      case 3 -> units(dice.size(USUAL));
      case 4 -> madeUpWords(dice.size(700));
      case 5 -> madeUpWord(dice.size(USUAL));
      case 6 -> spliced();
      case 7 -> dice.of(COMMANDS) + dice.of(" ", "", "\n", "@") + shortText();
      case 8 -> mixed(dice.between(1, 30));
      case 9 -> marks();
      case 10 -> questions(dice.size(100));
      default -> shortText();
    };
  }

  /** A hundred thousand words, or a million marks over one letter. */
  public String huge() {
    return switch (dice.below(4)) {
      case 0 -> madeUpWords(100_000);
      case 1 -> "a" + "\u0301".repeat(1_000_000);
      case 2 -> repeated(dice.of(REPEATED), 1_000_000);
      default -> dice.of(QUESTIONS).repeat(10_000);
    };
  }

  /** A few characters, of which none need be harmless. */
  public String shortText() {
    return switch (dice.below(5)) {
      case 0 -> dice.of(MARKUP);
      case 1 -> codePoints(dice.below(12));
      case 2 -> repeated(dice.of(REPEATED), dice.between(1, 40));
      case 3 -> dice.of(QUESTIONS);
      default -> Long.toString(dice.number());
    };
  }

  private static String repeated(String piece, int length) {
    return piece.repeat(Math.max(1, length / piece.length()));
  }

  private String codePoints(int count) {
    var text = new StringBuilder();
    int block = dice.below(0x10F);
    for (int i = 0; i < count; i++) {
      int inBlock = (block << 12) | dice.below(0x1000);
      text.appendCodePoint(dice.onceIn(3) ? dice.below(0x110000) : Math.min(inBlock, 0x10FFFF));
    }
    return text.toString();
  }

  /** Any UTF-16 units, halves of pairs too. */
  private String units(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) (dice.onceIn(2) ? dice.between(0xD800, 0xDFFF) : dice.below(0x10000)));
    }
    return text.toString();
  }

  private String madeUpWords(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(madeUpWord(dice.between(2, 14)))
          .append(dice.of(" ", " ", " ", ", ", ". ", "? ", "\n"));
    }
    return text.toString();
  }

  private String madeUpWord(int length) {
    var word = new StringBuilder();
    while (word.length() < length) {
      word.append(dice.of(SYLLABLES));
    }
    return word.toString();
  }

  private String spliced() {
    String question = dice.of(QUESTIONS);
    int at = dice.below(question.length());
    return question.substring(0, at) + next(dice.of(REPEATED)) + question.substring(at);
  }

  private String next(String piece) {
    return repeated(piece, dice.size(USUAL));
  }

  private String mixed(int pieces) {
    var text = new ArrayList<String>();
    for (int i = 0; i < pieces; i++) {
      text.add(shortText());
    }
    return String.join(dice.of("", " ", "\n"), text);
  }

  /** Letters under towers of marks. */
  private String marks() {
    var text = new StringBuilder();
    String question = dice.of(QUESTIONS);
    int height = dice.between(1, 60);
    for (int i = 0; i < question.length() && text.length() < USUAL; i++) {
      text.append(question.charAt(i));
      for (int mark = dice.below(height); mark > 0; mark--) {
        text.append((char) dice.between(0x300, 0x36F));
      }
    }
    return text.toString();
  }

  private String questions(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(dice.of(QUESTIONS)).append(dice.of(" ", "\n", " i ", "? "));
    }
    return text.toString();
  }
}
