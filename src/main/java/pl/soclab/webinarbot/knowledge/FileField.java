package pl.soclab.webinarbot.knowledge;

/** What the front matter may say besides the facts of {@link FactKind}. */
enum FileField {
  TITLE("tytuł"),
  START("początek"),
  TIME("godzina"),
  END("koniec"),
  ZONE("strefa"),
  SESSIONS("terminy"),
  REMINDERS("przypomnienia"),
  STATUS("stan"),
  GENERAL("ogólne"),
  EVENT("wydarzenie"),
  /** Only inside {@code terminy}. */
  DESCRIPTION("opis");

  private final String key;

  FileField(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
