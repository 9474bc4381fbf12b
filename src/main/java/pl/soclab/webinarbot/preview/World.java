package pl.soclab.webinarbot.preview;

/** Everything that the stand-in remembers, wired together. */
final class World {
  final Monitor monitor = new Monitor();
  final PreviewClock clock;
  final PageEvents events;
  final Chats chats;
  final Files files;
  final Presses presses;
  final SentLog log;
  final Updates updates;
  final Webhook webhook;
  final CommandMenu commands;
  final Profile profile;
  final Faults faults;
  final ResidentActions actions;

  World(PreviewSettings settings) {
    clock = new PreviewClock(settings.start());
    events = new PageEvents(monitor);
    var bot = new Person(settings.botId(), settings.botName(), settings.botUsername(), null, true);
    chats = new Chats(monitor, clock, events, bot);
    files = new Files(monitor);
    presses = new Presses(monitor, events);
    log = new SentLog(monitor, clock, presses);
    updates = new Updates(monitor, settings.firstUpdateId());
    webhook = new Webhook(monitor, updates, clock);
    commands = new CommandMenu(monitor, events);
    profile = new Profile(monitor, events);
    faults = new Faults(monitor);
    actions = new ResidentActions(this);
  }

  void close() {
    monitor.close();
    webhook.close();
  }
}
