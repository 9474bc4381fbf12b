package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.retrieval.Hit;

/**
 * Answers one topic about one event: from its facts, else from a sentence that holds what is asked
 * for, else "nie podano".
 */
final class TopicAnswerer {
  private final Wording wording;
  private final FactWriter facts;
  private final TimeWriter times;
  private final PassageFinder passages;

  TopicAnswerer(Wording wording, PassageFinder passages) {
    this.wording = wording;
    this.facts = new FactWriter(wording);
    this.times = new TimeWriter(wording);
    this.passages = passages;
  }

  /**
   * Answers a topic.
   *
   * @param question what was typed; nothing for a button or a command
   * @param event the event that is meant; null where the files hold none
   */
  Part answer(Topic topic, Asked question, @Nullable Event event, Instant now) {
    if (topic.outOfScope()) {
      return new Part(Part.Kind.OUT_OF_SCOPE, RichText.plain(wording.get("out_of_scope")), null);
    }
    if (topic.talk() != null) {
      return new Part(Part.Kind.TALK, RichText.plain(wording.get("talk." + topic.talk())), null);
    }
    Part part = event == null ? null : ofEvent(topic, event, now);
    if (part == null) {
      part = ofTexts(topic, question, event);
    }
    return part == null ? notKnown(topic, event) : part;
  }

  private @Nullable Part ofEvent(Topic topic, Event event, Instant now) {
    return switch (topic.id()) {
      case "time" -> time(event, now);
      case "calendar", "reminder" -> event.sessions().isEmpty() ? null : saved(topic, event);
      case "abroad_time" -> event.sessions().isEmpty() ? null : abroad(event);
      case "cancellation" -> status(event);
      case "event_card" -> card(event, now);
      case "duration" -> until(event);
      case "place" -> place(event, topic);
      case "contact_phone" -> phone(event);
      default -> ofFacts(topic, event);
    };
  }

  private @Nullable Part ofFacts(Topic topic, Event event) {
    List<Fact> found = facts.facts(event, topic);
    return found.isEmpty()
        ? null
        : new Part(Part.Kind.FACT, facts.lines(found), found.getFirst().source());
  }

  private @Nullable Part time(Event event, Instant now) {
    List<Session> sessions = event.sessions();
    if (sessions.isEmpty()) {
      return null;
    }
    var text = new RichText.Builder();
    if (event.status() != Event.Status.PLANNED) {
      text.plain(
          wording.get("status." + event.status().name().toLowerCase(java.util.Locale.ROOT)) + " ");
    }
    if (sessions.size() == 1) {
      text.append(times.answer(sessions.getFirst(), now));
    } else {
      text.plain(wording.get("time.sessions"));
      sessions.forEach(session -> text.plain("\n• ").append(line(session)));
    }
    return new Part(Part.Kind.FACT, text.build(), sessions.getFirst().source());
  }

  private RichText line(Session session) {
    var line = new RichText.Builder().bold(times.when(session));
    if (session.place() != null) {
      line.plain(" – " + session.place());
    }
    return line.build();
  }

  private Part saved(Topic topic, Event event) {
    Session first = event.sessions().getFirst();
    return new Part(
        Part.Kind.FACT,
        RichText.plain(wording.get(topic.id(), event.title(), times.when(first))),
        first.source());
  }

  private Part abroad(Event event) {
    Session first = event.sessions().getFirst();
    return new Part(
        Part.Kind.FACT,
        RichText.plain(wording.get("abroad", event.zone().getId(), times.when(first))),
        first.source());
  }

  private @Nullable Part status(Event event) {
    if (event.status() != Event.Status.PLANNED) {
      return new Part(
          Part.Kind.FACT,
          RichText.plain(
              wording.get("status." + event.status().name().toLowerCase(java.util.Locale.ROOT))),
          event.statusSource());
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

  private @Nullable Part until(Event event) {
    if (!event.sessions().isEmpty() && event.sessions().getFirst().end() != null) {
      Session first = event.sessions().getFirst();
      return new Part(
          Part.Kind.FACT,
          RichText.plain(TimeWriter.capitalised(times.when(first)) + "."),
          first.source());
    }
    Fact duration = event.fact(FactKind.DURATION);
    return duration == null
        ? null
        : new Part(Part.Kind.FACT, facts.lines(List.of(duration)), duration.source());
  }

  private @Nullable Part place(Event event, Topic topic) {
    if (event.sessions().stream().noneMatch(session -> session.place() != null)) {
      return ofFacts(topic, event);
    }
    var text = new RichText.Builder().plain(wording.get("time.sessions"));
    event.sessions().forEach(session -> text.plain("\n• ").append(line(session)));
    return new Part(Part.Kind.FACT, text.build(), event.sessions().getFirst().source());
  }

  private @Nullable Part phone(Event event) {
    Fact contact = event.fact(FactKind.CONTACT);
    boolean hasPhone =
        contact != null
            && contact.values().stream()
                .anyMatch(value -> value.replaceAll("\\D", "").length() >= 9);
    return hasPhone && contact != null
        ? new Part(Part.Kind.FACT, facts.lines(List.of(contact)), contact.source())
        : null;
  }

  private Part card(Event event, Instant now) {
    var text = new RichText.Builder().bold(event.title());
    Part time = time(event, now);
    if (time != null) {
      text.plain("\n").append(time.text());
    }
    List<Fact> all =
        java.util.Arrays.stream(FactKind.values())
            .map(event::fact)
            .filter(java.util.Objects::nonNull)
            .toList();
    if (!all.isEmpty()) {
      text.plain("\n").append(facts.lines(all));
    }
    return new Part(Part.Kind.FACT, text.build(), event.titleSource());
  }

  private @Nullable Part ofTexts(Topic topic, Asked question, @Nullable Event event) {
    String eventId = event == null ? null : event.id();
    ReadyAnswer ready = passages.ready(question, Set.of(topic), eventId);
    if (ready != null) {
      return ready(ready);
    }
    Hit hit = passages.forTopic(topic, question, eventId);
    return hit == null ? null : passage(hit);
  }

  Part ready(ReadyAnswer ready) {
    String text = wording.get(ready.general() ? "general" : "passage", ready.text());
    return new Part(
        Part.Kind.PASSAGE, RichText.plain(Shortening.to(text, Shortening.ANSWER)), ready.source());
  }

  Part passage(Hit hit) {
    String whole = hit.passage().text();
    String text = whole.length() <= Shortening.PASSAGE ? whole : hit.sentence();
    text = wording.get(hit.passage().general() ? "general" : "passage", text);
    return new Part(
        Part.Kind.PASSAGE,
        RichText.plain(Shortening.to(text, Shortening.ANSWER)),
        hit.passage().source());
  }

  private Part notKnown(Topic topic, @Nullable Event event) {
    var text = new RichText.Builder();
    String missing = wording.find("unknown." + topic.id());
    text.plain(
        missing == null ? wording.get("not_known.plain") : wording.get("not_known", missing));
    Fact contact = event == null ? null : event.fact(FactKind.CONTACT);
    if (contact != null && !topic.facts().contains(FactKind.CONTACT)) {
      text.plain(" " + wording.get("not_known.contact", FactWriter.joined(contact.values())));
    }
    return new Part(Part.Kind.NOT_KNOWN, text.build(), null);
  }
}
