package pl.soclab.webinarbot;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.cli.OpenedFolder;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.PreviewSettings;
import pl.soclab.webinarbot.telegram.TelegramSettings;

/** The other side of the wire: Telegram, or its stand-in on this machine. */
sealed interface Upstream extends AutoCloseable {
  /** Which bot, and where its Bot API answers. */
  TelegramSettings telegram();

  /** The time that the whole program goes by. */
  InstantSource clock();

  /** Who is an organiser where the operator lists nobody. */
  Set<ChatId> organisers();

  @Override
  void close();

  /** Telegram's own servers. */
  record Telegram(TelegramSettings telegram, InstantSource clock) implements Upstream {
    @Override
    public Set<ChatId> organisers() {
      return Set.of();
    }

    @Override
    public void close() {}
  }

  /** The stand-in, whose clock the page moves. */
  record StandIn(Preview preview) implements Upstream {
    @Override
    public TelegramSettings telegram() {
      return new TelegramSettings(preview.token(), preview.botApi());
    }

    @Override
    public InstantSource clock() {
      return preview.clock();
    }

    @Override
    public Set<ChatId> organisers() {
      return Set.of(new ChatId(PreviewSettings.FIRST_RESIDENT));
    }

    @Override
    public void close() {
      preview.close();
    }
  }

  /**
   * Chooses by whether there is a token, and starts the stand-in where it is needed.
   *
   * @param startIsSet whether the operator said where the clock starts
   */
  static Upstream open(Settings settings, OpenedFolder folder, boolean startIsSet) {
    TelegramSettings telegram = settings.telegram();
    if (telegram != null) {
      return new Telegram(telegram, folder.clock());
    }
    var moment = PreviewMoment.of(folder, startIsSet);
    PreviewSettings preview =
        PreviewSettings.startingAt(moment.start())
            .inZone(moment.zone())
            .onPort(settings.previewPortNumber())
            .botCalled(settings.botName(), "podglad_bot")
            .updatesFrom(firstUpdateId())
            .labelled(labels(settings.organiserChats()));
    try {
      return new StandIn(Preview.start(moment.isSetBack() ? preview.afterAllEvents() : preview));
    } catch (IllegalStateException e) {
      throw new WrongSetting(
          "PREVIEW_PORT",
          "port " + settings.previewPort() + " jest zajęty przez inny program.",
          "Proszę go zatrzymać albo podać inny port, na przykład 8090.");
    }
  }

  /** What the page says of the organisers; it cannot know them. */
  private static Map<Long, String> labels(Set<ChatId> listed) {
    return listed.isEmpty()
        // Anna is the only one of whom it is known how she is spoken of.
        ? Map.of(PreviewSettings.FIRST_RESIDENT, "organizatorka")
        : listed.stream().collect(Collectors.toMap(ChatId::value, chat -> "organizator"));
  }

  /**
   * The stand-in forgets everything, the inbox remembers update ids for two days: ids that grow
   * from start to start are never taken for repeats. Seconds since 2020 fit an int until 2088.
   */
  private static int firstUpdateId() {
    return Math.toIntExact(
        Instant.now().getEpochSecond() - Instant.parse("2020-01-01T00:00:00Z").getEpochSecond());
  }
}
