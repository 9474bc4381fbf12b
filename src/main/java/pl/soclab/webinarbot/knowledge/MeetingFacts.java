package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.knowledge.Fact.Origin;
import pl.soclab.webinarbot.knowledge.Finding.Severity;
import pl.soclab.webinarbot.knowledge.Lines.Sentence;

/** Finds what one needs to join an online meeting, and the contact details. */
final class MeetingFacts {
  private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"„”)]+");

  /** Hosts that meetings are held on; other addresses are forms and pages. */
  private static final Pattern MEETING_HOST =
      Pattern.compile(
          "https?://[^/]*(zoom\\.us|zoom\\.com|teams\\.microsoft\\.com|teams\\.live\\.com|meet\\.google\\.com|webex\\.com|clickmeeting\\.com|meet\\.jit\\.si|whereby\\.com|gotomeeting\\.com|livewebinar\\.com)/?.*");

  /** Zoom's own page for signing up stands on the meetings' host. */
  private static final Pattern FORM =
      Pattern.compile("(?i)/register/|/rejestracja|/zapisy|forms\\.|formularz");

  private static final Pattern TO_MEETING =
      Pattern.compile("(link|dolacz)\\p{L}* do (spotkan|wydarz|webinar|szkol|konsult|warsztat)");
  private static final Pattern MEETING_ID =
      Pattern.compile(
          "(?:meeting id|webinar id|id spotkania|id webinaru|id szkolenia|identyfikator(?: \\p{L}+)?|numer spotkania|(?<!\\p{L})id)\\s*(?:to|jest)?\\s*[:–-]?\\s*(\\d[\\d -]{7,18}\\d)");
  private static final Pattern PASSCODE =
      Pattern.compile(
          "(?:passcode|password|haslo(?: dostepu| do \\p{L}+)?|kod(?: dostepu| do \\p{L}+| spotkania)?|pin)\\s*(?:to|jest)?(?:\\s*[:–=-]\\s*(?=\\S{3,20})|\\s+(?=\\p{L}*\\d))(\\d{3} \\d{3}(?!\\d)|\\S{3,20})");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\d/])(?:\\+?48[ -]?)?(?:\\(?\\d{2}\\)?[ -]\\d{3}[ -]\\d{2}[ -]\\d{2}|\\d{3}[ -]\\d{3}[ -]\\d{3}|\\d{9})(?![\\d])");
  private static final Pattern BY_PHONE =
      Pattern.compile(
          "telefonicznie|przez telefon|(?<!\\p{L})dial(?!og)|numer dostepowy|telefon dostepowy|polaczenie telefoniczne|zadzwon|dzwoni");
  private static final Pattern TO_ASK =
      Pattern.compile("tel|dzwon|kontakt|numer|kom\\.|informacj|pytani");
  private static final Pattern DATA_PROTECTION =
      Pattern.compile(
          "(?i)^(iod|iodo|rodo|abi|odo|dane|inspektor)[@.]|daneosobowe|(?<![a-z])rodo(?![a-z])");
  private static final Pattern DATA_PROTECTION_TEXT =
      Pattern.compile(
          "administrator\\p{L}* (danych|panstwa)|inspektor\\p{L}* (ochrony|danych)|ochron\\p{L} danych|dan(e|ych) osobow|przetwarza|klauzul");
  private static final Pattern PLATFORM =
      Pattern.compile(
          "(?<!\\p{L})(zoom(?:ie|u|a)?|microsoft teams|ms teams|teams(?:ie|ach|ow|a)?|google meet|webex|clickmeeting|jitsi|skype)(?!\\p{L})");

  private final List<Sentence> sentences;
  private final Map<FactKind, Fact> facts;
  private final List<Finding> findings;

  MeetingFacts(List<Sentence> sentences, Map<FactKind, Fact> facts, List<Finding> findings) {
    this.sentences = sentences;
    this.facts = facts;
    this.findings = findings;
  }

  void find() {
    for (Sentence sentence : sentences) {
      links(sentence);
      number(FactKind.MEETING_ID, MEETING_ID, sentence);
      number(FactKind.PASSCODE, PASSCODE, sentence);
      byPhone(sentence);
      platform(sentence);
    }
    contact();
  }

  private void put(FactKind kind, String value, Sentence sentence) {
    if (!value.isBlank()) {
      facts.putIfAbsent(kind, new Fact(kind, List.of(value), sentence.source(), Origin.TEXT));
    }
  }

  private void links(Sentence sentence) {
    Matcher url = URL.matcher(sentence.text());
    while (url.find()) {
      boolean isMeeting =
          MEETING_HOST.matcher(url.group()).matches()
              || TO_MEETING.matcher(sentence.folded()).find();
      boolean isForm = FORM.matcher(url.group()).find();
      if (isMeeting && !isForm && !facts.containsKey(FactKind.LINK)) {
        link(url.group(), sentence);
      }
    }
  }

  private void link(String link, Sentence sentence) {
    if (!LinkText.isCut(link)) {
      String whole = LinkText.firstIn(link);
      if (whole != null) {
        put(FactKind.LINK, whole, sentence);
      }
      return;
    }
    String kept = LinkText.keptOf(link);
    if (kept == null) {
      findings.add(
          new Finding(
              sentence.source(),
              Severity.ERROR,
              "Link jest ucięty („…”), więc nikomu go nie podam. Proszę wkleić cały link."));
    } else {
      findings.add(
          new Finding(
              sentence.source(),
              Severity.WARNING,
              "Link jest ucięty („…”). Adres do kropek jest pełnym adresem spotkania, więc podaję go"
                  + " bez dalszej części; hasło trzeba wpisać. Proszę wkleić cały link."));
      put(FactKind.LINK, kept, sentence);
    }
  }

  private void number(FactKind kind, Pattern pattern, Sentence sentence) {
    Matcher found = pattern.matcher(sentence.folded());
    if (found.find() && sentence.folded().length() == sentence.text().length()) {
      put(
          kind,
          sentence.text().substring(found.start(1), found.end(1)).replaceFirst("[.,;)]+$", ""),
          sentence);
    }
  }

  private void byPhone(Sentence sentence) {
    Matcher phone = PHONE.matcher(sentence.text());
    boolean joins =
        BY_PHONE.matcher(sentence.folded()).find()
            && sentence
                .folded()
                .matches(
                    ".*(dolacz|polacz|wejs|uczestnicz|sluch|spotkan|dostepow|szkolen|webinar|dial(?!og)|internet|komputer|identyfikator|meeting id|krzyzyk).*");
    if (joins && phone.find()) {
      put(FactKind.DIAL_IN, phone.group().strip(), sentence);
    }
  }

  private void platform(Sentence sentence) {
    Matcher name = PLATFORM.matcher(sentence.folded());
    if (name.find()) {
      put(FactKind.PLATFORM, proper(name.group()), sentence);
    }
  }

  private static String proper(String name) {
    return switch (name.substring(0, 4)) {
      case "zoom" -> "Zoom";
      case "micr", "ms t", "team" -> "Microsoft Teams";
      case "goog" -> "Google Meet";
      case "webe" -> "Webex";
      case "clic" -> "ClickMeeting";
      case "jits" -> "Jitsi";
      default -> "Skype";
    };
  }

  /** Whoever looks after personal data answers nothing on the event. */
  private boolean isOfDataProtection(Sentence sentence, String address) {
    return DATA_PROTECTION.matcher(address).find()
        || DATA_PROTECTION_TEXT.matcher(sentence.folded()).find();
  }

  /**
   * The first address and the first number that are not for dialling in; a number with all that
   * stands beside it, because that says whose it is and when to call.
   */
  private void contact() {
    Fact labelled = facts.get(FactKind.CONTACT);
    boolean hasBoth =
        labelled != null
            && labelled.values().stream().anyMatch(value -> EMAIL.matcher(value).find())
            && labelled.values().stream().anyMatch(value -> PHONE.matcher(value).find());
    if (hasBoth) {
      return;
    }
    Fact dialIn = facts.get(FactKind.DIAL_IN);
    Sentence phone = null;
    Sentence email = null;
    String address = "";
    for (Sentence sentence : sentences) {
      Matcher found = EMAIL.matcher(sentence.text());
      if (email == null && found.find() && !isOfDataProtection(sentence, found.group())) {
        email = sentence;
        address = found.group();
      }
      boolean isOther = dialIn != null && dialIn.source().equals(sentence.source());
      if (phone == null
          && !isOther
          && PHONE.matcher(sentence.text()).find()
          && !sentence.folded().matches(".*(identyfikator|meeting id|konferencj).*")
          && TO_ASK.matcher(sentence.folded()).find()
          && !DATA_PROTECTION_TEXT.matcher(sentence.folded()).find()) {
        phone = sentence;
      }
    }
    var values = new ArrayList<String>(labelled == null ? List.of() : labelled.values());
    boolean needsMail = values.stream().noneMatch(value -> EMAIL.matcher(value).find());
    if (email != null && (!email.equals(phone) || labelled != null) && needsMail) {
      values.addFirst(address);
    }
    if (phone != null && values.stream().noneMatch(value -> PHONE.matcher(value).find())) {
      values.add(phone.text());
    }
    if (labelled != null) {
      facts.put(
          FactKind.CONTACT, new Fact(FactKind.CONTACT, values, labelled.source(), Origin.TEXT));
      return;
    }
    Sentence first = email == null ? phone : email;
    if (first != null) {
      facts.put(FactKind.CONTACT, new Fact(FactKind.CONTACT, values, first.source(), Origin.TEXT));
    }
  }
}
