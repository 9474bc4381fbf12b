package pl.soclab.webinarbot.desk;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/**
 * A command of the organisers.
 *
 * @param name which
 * @param rest what stood behind it; empty for nothing
 */
record DeskCommand(Name name, String rest) {
  /** In any letters, as people type {@code /roześlij} too. */
  private static final Pattern COMMAND =
      Pattern.compile("/([\\p{L}\\p{N}_]+)(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);

  /** The commands by their names in Telegram's menu, in its order. */
  enum Name {
    ROZESLIJ,
    PLAN,
    ROZSYLKI,
    BEZ_ODPOWIEDZI,
    PLIK,
    WERSJE,
    SPRAWDZ,
    ZAPYTAJ_NA_PROBE,
    PANEL,
    WYLACZ,
    WLACZ,
    ORGANIZATORZY_BOTA;

    /** As it is typed, without the slash. */
    String typed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads a text; null where it is no command of the organisers. */
  static @Nullable DeskCommand parse(String text) {
    Matcher command = COMMAND.matcher(text.strip());
    if (!command.matches()) {
      return null;
    }
    String typed = Folding.fold(command.group(1));
    for (Name name : Name.values()) {
      if (name.typed().equals(typed)) {
        String rest = command.group(2);
        return new DeskCommand(name, rest == null ? "" : rest.strip());
      }
    }
    return null;
  }
}
