package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Set;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.TimeReader;
import pl.soclab.webinarbot.language.Word;

/**
 * Whether a fact is what was asked for, or only near it: "goście z Belgii" are no names, and a
 * phone number is no e-mail address.
 */
enum FactFit {
  FITS,
  LACKS_NAMES,
  LACKS_PERSON,
  LACKS_EMAIL,
  LACKS_NUMBER,
  LACKS_HOUR,
  LACKS_LEFT,
  LACKS_LANGUAGE,
  LACKS_BUILDING,
  LACKS_AID;

  private static final Set<String> NAME_WORDS =
      Set.of("nazwisko", "imie", "nazywac", "zwac", "name", "names", "surname", "імя", "прізвище");
  private static final Set<String> EMAIL_WORDS = Set.of("email", "mail", "mejl", "e-mail");

  /** Facts about people, which may come without their names. */
  private static final Set<FactKind> PEOPLE =
      Set.of(FactKind.GUESTS, FactKind.TRANSLATION, FactKind.ACCESSIBILITY);

  private static final Set<FactKind> PARTIES =
      Set.of(FactKind.GUESTS, FactKind.ORGANISERS, FactKind.PARTNERS);

  /** A sign language says nothing of a lift. */
  private static final Set<String> AIDS =
      Set.of("winda", "toaleta", "wc", "podjazd", "rampa", "petla", "schody", "barierka", "lift");

  private static final Set<String> HOW_MANY = Set.of("ile", "ilu", "many", "much", "скільки");

  /** Facts that answer "kto" and "co", and "ile" only where they hold a number. */
  private static final Set<FactKind> WITHOUT_NUMBERS =
      Set.of(
          FactKind.FUNDING,
          FactKind.PROJECT,
          FactKind.SEATS,
          FactKind.PLACE,
          FactKind.GUESTS,
          FactKind.PARTNERS,
          FactKind.ORGANISERS);

  /** Facts that say what there is and not what it costs. */
  private static final Set<FactKind> NOT_OF_MONEY =
      Set.of(
          FactKind.DIAL_IN,
          FactKind.LINK,
          FactKind.CERTIFICATE,
          FactKind.RECORDING,
          FactKind.SLIDES,
          FactKind.TRANSLATION);

  private static final Set<String> MONEY =
      Set.of(
          "kosztowac",
          "placic",
          "zaplacic",
          "platny",
          "odplatny",
          "bezplatny",
          "darmowy",
          "oplata",
          "cena",
          "koszt",
          "zl",
          "zloty",
          "free",
          "cost",
          "pay");

  /** How many seats there are is not how many are free. */
  private static final Set<String> LEFT =
      Set.of(
          "zostac",
          "zostalo",
          "pozostac",
          "wolny",
          "jeszcze",
          "zajety",
          "left",
          "free",
          "ще",
          "вільний");

  /** Concept of offices that a person holds, in {@code concepts.txt}. */
  private static final String OFFICE_HOLDER = "person";

  /** Concepts of people who may have a telephone of their own. */
  private static final Set<String> ANOTHER = Set.of(OFFICE_HOLDER, "guest", "profession");

  /** Concept of buildings: the address of the foundation's seat is not that of the meeting. */
  private static final String BUILDING = "seat";

  static FactFit of(Asked question, Fact fact) {
    String value = FactWriter.joined(fact.values());
    Set<String> asked = question.lemmas();
    if (PEOPLE.contains(fact.kind())
        && asked.stream().anyMatch(NAME_WORDS::contains)
        && !PersonNames.areIn(value)) {
      return LACKS_NAMES;
    }
    if (PARTIES.contains(fact.kind())
        && asksForOther(question, Asked.of(value).lemmas(), OFFICE_HOLDER)) {
      return LACKS_PERSON;
    }
    if (fact.kind() == FactKind.ACCESSIBILITY
        && asked.stream()
            .anyMatch(lemma -> AIDS.contains(lemma) && !Asked.of(value).lemmas().contains(lemma))) {
      return LACKS_AID;
    }
    if (WITHOUT_NUMBERS.contains(fact.kind())
        && question.words().stream().anyMatch(word -> HOW_MANY.contains(word.folded()))
        && question.words().stream().noneMatch(word -> PassageFinder.AND.contains(word.folded()))
        && value.chars().noneMatch(Character::isDigit)) {
      return LACKS_NUMBER;
    }
    if (NOT_OF_MONEY.contains(fact.kind())
        && asked.stream().anyMatch(MONEY::contains)
        && Asked.of(value).lemmas().stream().noneMatch(MONEY::contains)) {
      return LACKS_NUMBER;
    }
    if (fact.kind() == FactKind.SEATS
        && asked.stream().anyMatch(LEFT::contains)
        && Asked.of(value).lemmas().stream().noneMatch(LEFT::contains)) {
      return LACKS_LEFT;
    }
    if (fact.kind() == FactKind.TRANSLATION && !Languages.fit(asked, Asked.of(value).lemmas())) {
      return LACKS_LANGUAGE;
    }
    if (fact.kind() == FactKind.REGISTRATION_DEADLINE
        && ExpectedAnswer.asksForHour(question)
        && TimeReader.hours(value).isEmpty()) {
      return LACKS_HOUR;
    }
    if (fact.kind() == FactKind.PLACE
        && asksForOther(question, Asked.of(value).lemmas(), BUILDING)) {
      return LACKS_BUILDING;
    }
    boolean asksForEmail =
        fact.kind() == FactKind.CONTACT && asked.stream().anyMatch(EMAIL_WORDS::contains);
    return asksForEmail && !value.contains("@") ? LACKS_EMAIL : FITS;
  }

  /** "Telefon do projektanta?" where the contact is somebody else's. */
  static boolean asksForAnother(Asked question, Set<String> known) {
    boolean isNamed =
        question.lemmas().stream()
            .anyMatch(lemma -> ExpectedAnswer.PEOPLE.contains(lemma) && !known.contains(lemma));
    return isNamed || ANOTHER.stream().anyMatch(concept -> asksForOther(question, known, concept));
  }

  /** "Kto jest prezesem?" where the fact knows of no president. */
  private static boolean asksForOther(Asked question, Set<String> said, String concept) {
    for (Word word : question.words()) {
      List<String> lemmas = Lemmatizer.polish().lemmas(word.folded());
      if (Features.conceptsOf(lemmas).contains(concept)
          && lemmas.stream().noneMatch(said::contains)) {
        return true;
      }
    }
    return false;
  }
}
