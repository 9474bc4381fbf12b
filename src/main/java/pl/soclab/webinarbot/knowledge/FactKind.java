package pl.soclab.webinarbot.knowledge;

/**
 * The facts an event may state, besides its title, its sessions and its status. Each has a Polish
 * key in the front matter (spaces and diacritics optional) and may be read out of the text of an
 * announcement.
 */
public enum FactKind {
  PLACE("miejsce"),
  PLATFORM("platforma spotkania"),
  LINK("link"),
  MEETING_ID("id spotkania"),
  PASSCODE("hasło"),
  DIAL_IN("telefon do spotkania"),
  TRANSLATION("tłumaczenie"),
  ACCESSIBILITY("dostępność"),
  ORGANISERS("organizatorzy"),
  PARTNERS("partnerzy"),
  GUESTS("goście"),
  CONTACT("kontakt"),
  REGISTRATION("zapisy"),
  REGISTRATION_DEADLINE("zapisy do"),
  SEATS("liczba miejsc"),
  COST("koszt"),
  DURATION("czas trwania"),
  PROGRAMME("program"),
  AUDIENCE("dla kogo"),
  RECORDING("nagranie"),
  SLIDES("materiały"),
  CERTIFICATE("zaświadczenie"),
  PROJECT("projekt"),
  FUNDING("finansowanie");

  private final String key;

  FactKind(String key) {
    this.key = key;
  }

  /** The key in the front matter, as the documentation spells it. */
  public String key() {
    return key;
  }
}
