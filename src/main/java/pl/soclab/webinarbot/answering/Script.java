package pl.soclab.webinarbot.answering;

import java.util.List;

/** A script with the languages that residents write in it. */
enum Script {
  LATIN(Language.POLISH, Language.ENGLISH),
  CYRILLIC(Language.UKRAINIAN);

  private final List<Language> languages;

  Script(Language... languages) {
    this.languages = List.of(languages);
  }

  List<Language> languages() {
    return languages;
  }
}
