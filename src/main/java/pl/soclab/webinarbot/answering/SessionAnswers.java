package pl.soclab.webinarbot.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.messaging.RichText;

/** Answers what follows from an event's sessions: when, where each, how long, whether it stands. */
final class SessionAnswers {
  /** A longer message names places for other reasons. */
  private static final int LONGEST_NAMING = 8;

  private final Wording wording;
  private final FactWriter facts;
  private final TimeWriter times;

  SessionAnswers(Wording wording, FactWriter facts) {
    this.wording = wording;
    this.facts = facts;
    this.times = new TimeWriter(wording);
  }

  /** "Kiedy?": the sessions, those asked for alone where the question names a day or a place. */
  @Nullable Part time(Event event, Asked question, Instant now) {
    List<Session> all = event.sessions();
    if (all.isEmpty()) {
      return null;
    }
    var mentions = TimeMentions.of(question, LocalDate.ofInstant(now, event.zone()));
    if (NumberedSession.of(question) > all.size()) {
      return null;
    }
    List<Session> meant = meant(all, question, mentions);
    Fact deadline = event.fact(FactKind.REGISTRATION_DEADLINE);
    boolean asksUntil = question.words().stream().anyMatch(word -> word.folded().equals("do"));
    if (deadline != null
        && asksUntil
        && mentions.nameDay()
        && meant.stream().noneMatch(mentions::onDayOf)) {
      var last =
          TimeMentions.of(Asked.of(deadline.value()), LocalDate.ofInstant(now, event.zone()));
      if (mentions.shareDayWith(last)) {
        return new Part(Part.Kind.FACT, facts.lines(List.of(deadline)), deadline.source());
      }
    }
    var text = new RichText.Builder().append(status(event));
    switch (Confirmation.ofTime(question, mentions, meant)) {
      case YES -> text.plain(wording.get("yes") + " ");
      case NO -> text.plain(wording.get("no") + " ");
      case NONE -> {}
    }
    text.append(meant.size() == 1 ? one(meant.getFirst(), now) : list(meant, now));
    Session first = meant.getFirst();
    boolean isOneOfSeveral = meant.size() == 1 && all.size() > 1;
    return new Part(
        Part.Kind.FACT, text.build(), first.source(), isOneOfSeveral ? first.startInstant() : null);
  }

  private RichText status(Event event) {
    return event.status() == Event.Status.PLANNED
        ? new RichText(List.of())
        : RichText.plain(wording.get(statusKey(event)) + " ");
  }

  private static String statusKey(Event event) {
    return "status." + event.status().name().toLowerCase(Locale.ROOT);
  }

  private RichText one(Session session, Instant now) {
    RichText when = times.answer(session, now);
    return session.place() == null
        ? when
        : new RichText.Builder().append(when).plain(" " + placed(session)).build();
  }

  private String placed(Session session) {
    return wording.get("fact.PLACE") + ": " + session.place();
  }

  private RichText list(List<Session> sessions, Instant now) {
    var text = new RichText.Builder().plain(wording.get("time.sessions"));
    for (Session session : sessions) {
      text.plain("\n• ").bold(times.when(session));
      if (session.place() != null) {
        text.plain(" – " + session.place());
      }
      if (session.description() != null) {
        text.plain(" (" + session.description() + ")");
      }
      if (session.isOver(now)) {
        text.plain(" (" + wording.get("time.over") + ")");
      }
    }
    return text.build();
  }

  /** The sessions that a question is about; all where it names none of them. */
  private static List<Session> meant(List<Session> all, Asked question, TimeMentions mentions) {
    if (all.size() == 1) {
      return all;
    }
    Set<String> lemmas = question.lemmas();
    int number = NumberedSession.of(question);
    if (number > 0 && number <= all.size()) {
      return List.of(all.get(number - 1));
    }
    if (number == NumberedSession.LAST) {
      return List.of(all.getLast());
    }
    List<Session> named =
        all.stream()
            .filter(session -> ownLemmas(session, all).stream().anyMatch(lemmas::contains))
            .toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<Session> onDay = all.stream().filter(mentions::onDayOf).toList();
    if (!onDay.isEmpty() || mentions.nameDay()) {
      return onDay.isEmpty() ? all : onDay;
    }
    List<Session> talkedAbout =
        all.stream().filter(session -> session.startInstant().equals(question.session())).toList();
    return talkedAbout.isEmpty() ? all : talkedAbout;
  }

  /** What its place and description say that not every session's do. */
  private static Set<String> ownLemmas(Session session, List<Session> all) {
    var own = new HashSet<>(lemmas(session));
    own.removeIf(lemma -> all.stream().allMatch(other -> lemmas(other).contains(lemma)));
    return own;
  }

  private static Set<String> lemmas(Session session) {
    String text =
        (session.place() == null ? "" : session.place())
            + " "
            + (session.description() == null ? "" : session.description());
    return KeptLemmas.ofThings(text);
  }

  /** Whether a question names one session and not the others, by its place or its description. */
  static boolean namesSession(Event event, Asked question) {
    Set<String> lemmas = question.lemmas();
    return event.sessions().size() > 1
        && question.words().size() <= LONGEST_NAMING
        && event.sessions().stream()
            .anyMatch(
                session ->
                    ownLemmas(session, event.sessions()).stream().anyMatch(lemmas::contains));
  }

  /** Whether a question names the day of one of several sessions. */
  static boolean namesDayOfSession(Event event, TimeMentions mentions) {
    return event.sessions().size() > 1
        && mentions.nameDay()
        && event.sessions().stream().anyMatch(mentions::onDayOf);
  }

  /** "O czym będzie drugi wieczór?": the one session that is meant, where it says what it is. */
  @Nullable Part described(Event event, Asked question, Instant now) {
    var mentions = TimeMentions.of(question, LocalDate.ofInstant(now, event.zone()));
    List<Session> meant = meant(event.sessions(), question, mentions);
    boolean isOne = event.sessions().size() > 1 && meant.size() == 1;
    if (!isOne || meant.getFirst().description() == null) {
      return null;
    }
    Session session = meant.getFirst();
    return new Part(
        Part.Kind.FACT,
        new RichText.Builder()
            .append(one(session, now))
            .plain("\n" + session.description())
            .build(),
        session.source(),
        session.startInstant());
  }

  /** Whether a fact tells of the place of a session that is not the one asked about. */
  static boolean isOfAnother(Event event, Asked question, Fact fact) {
    Set<String> asked = question.lemmas();
    Set<String> said = Asked.of(FactWriter.joined(fact.values())).lemmas();
    List<Session> all = event.sessions();
    boolean isAsked =
        all.size() > 1
            && all.stream().anyMatch(s -> ownLemmas(s, all).stream().anyMatch(asked::contains));
    return isAsked
        && all.stream()
            .anyMatch(
                session ->
                    ownLemmas(session, all).stream().anyMatch(said::contains)
                        && ownLemmas(session, all).stream().noneMatch(asked::contains))
        && all.stream()
            .noneMatch(
                session ->
                    ownLemmas(session, all).stream().anyMatch(said::contains)
                        && ownLemmas(session, all).stream().anyMatch(asked::contains));
  }

  /** "Gdzie?", where each session has a place of its own; null where none has. */
  @Nullable Part place(Event event, Asked question, Instant now) {
    return event.sessions().stream().anyMatch(session -> session.place() != null)
        ? time(event, question, now)
        : null;
  }

  /** What to write into a calendar, or to be reminded of. */
  @Nullable Part saved(Topic topic, Event event) {
    if (event.sessions().isEmpty()) {
      return null;
    }
    Session first = event.sessions().getFirst();
    return fact(wording.get(topic.id(), event.title(), times.when(first)), first);
  }

  /** The hour for somebody in another time zone. */
  @Nullable Part abroad(Event event) {
    if (event.sessions().isEmpty()) {
      return null;
    }
    Session first = event.sessions().getFirst();
    return fact(wording.get("abroad", event.zone().getId(), times.when(first)), first);
  }

  private static Part fact(String text, Session session) {
    return new Part(Part.Kind.FACT, RichText.plain(text), session.source());
  }

  /** "Czy aktualne?": what the files say of a cancellation. */
  @Nullable Part cancellation(Event event) {
    if (event.status() != Event.Status.PLANNED) {
      return new Part(
          Part.Kind.FACT, RichText.plain(wording.get(statusKey(event))), event.statusSource());
    }
    if (event.sessions().isEmpty()) {
      return null;
    }
    Session first = event.sessions().getFirst();
    return new Part(
        Part.Kind.NOT_KNOWN,
        RichText.plain(wording.get("status.planned", times.when(first))),
        first.source());
  }

  /** "Jak długo?": the end or the duration; null where the files say neither. */
  @Nullable Part duration(Event event, Asked question, Instant now) {
    Fact duration = event.fact(FactKind.DURATION);
    if (duration != null) {
      return new Part(Part.Kind.FACT, facts.lines(List.of(duration)), duration.source());
    }
    Part told = described(event, question, now);
    if (told != null && EventParts.LENGTH.matcher(Folding.fold(told.text().text())).find()) {
      return told;
    }
    if (event.sessions().isEmpty() || event.sessions().getFirst().end() == null) {
      return null;
    }
    Session first = event.sessions().getFirst();
    LocalDateTime end = first.end();
    Part time = time(event, question, now);
    if (event.sessions().size() > 1 || first.startTime() == null || end == null || time == null) {
      return time;
    }
    var length = Duration.between(first.startInstant(), end.atZone(first.zone()).toInstant());
    var text = new RichText.Builder().plain(wording.get("duration", times.length(length)) + " ");
    return new Part(Part.Kind.FACT, text.append(time.text()).build(), first.source());
  }
}
