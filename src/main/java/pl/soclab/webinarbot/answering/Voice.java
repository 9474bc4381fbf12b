package pl.soclab.webinarbot.answering;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer.Content;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * Puts answers together in one language: the parts of an answer, what is offered next, asking back.
 *
 * @param wording the language's sentences
 * @param topics answers single topics in that language
 */
record Voice(Wording wording, TopicAnswerer topics) {
  private static final int MOST_SUGGESTIONS = 4;

  /** One answer from its parts; what the files say decides its kind. */
  Answer compose(List<Topic> asked, List<Part> parts, @Nullable Event event) {
    var text = new RichText.Builder();
    for (Part part : parts) {
      // "Kto i z kim?": the partners are said with the organisers and need no second line.
      if (!text.build().text().contains(part.text().text())) {
        text.plain(text.isEmpty() ? "" : "\n\n").append(part.text());
      }
    }
    var next = new LinkedHashSet<String>();
    asked.forEach(topic -> next.addAll(topic.next()));
    asked.forEach(topic -> next.remove(topic.id()));
    boolean isCard = asked.stream().anyMatch(topic -> topic.id().equals("event_card"));
    var content =
        new Content(
            isCard ? text.build() : Shortening.to(text.build(), Shortening.ANSWER),
            asked.stream().map(Topic::id).toList(),
            event == null ? null : event.id(),
            parts.stream().map(Part::session).filter(Objects::nonNull).findFirst().orElse(null),
            parts.stream().map(Part::source).filter(Objects::nonNull).findFirst().orElse(null),
            suggestions(List.copyOf(next), event));
    Part.Kind kind =
        parts.stream().map(Part::kind).min(Comparator.naturalOrder()).orElse(Part.Kind.NOT_KNOWN);
    return switch (kind) {
      case FACT -> new Answer.FactAnswer(content);
      case PASSAGE -> new Answer.PassageAnswer(content);
      case NOT_KNOWN -> new Answer.NotKnown(content);
      case TALK -> new Answer.SmallTalk(content);
      case OUT_OF_SCOPE -> new Answer.OutOfScope(content);
    };
  }

  /** Asks which of several events is meant. */
  Answer whichEvent(Topic topic, List<Event> meant) {
    List<Suggestion> choices =
        meant.stream().map(event -> new Suggestion(event.title(), topic.id(), event.id())).toList();
    return new Answer.Clarification(
        new Content(
            RichText.plain(wording.get("clarify.event")),
            List.of(topic.id()),
            null,
            null,
            null,
            choices));
  }

  /** Asks which of several topics is meant. */
  Answer clarify(List<Topic> possible, @Nullable Event event) {
    List<String> ids = possible.stream().map(Topic::id).toList();
    return new Answer.Clarification(
        new Content(
            RichText.plain(wording.get("clarify")),
            ids,
            idOf(event),
            null,
            null,
            suggestions(ids, event)));
  }

  /**
   * Nothing was recognised.
   *
   * @param known whether the message holds words at all, and not only letters
   */
  Answer nothing(boolean known, List<Topic> usual, @Nullable Event event) {
    var content =
        new Content(
            RichText.plain(wording.get(known ? "not_known.plain" : "not_understood")),
            List.of(),
            idOf(event),
            null,
            null,
            suggestions(usual.stream().map(Topic::id).toList(), event));
    return known ? new Answer.NotKnown(content) : new Answer.OutOfScope(content);
  }

  private List<Suggestion> suggestions(List<String> ids, @Nullable Event event) {
    return ids.stream()
        .filter(id -> wording.find("label." + id) != null)
        .limit(MOST_SUGGESTIONS)
        .map(id -> new Suggestion(wording.get("label." + id), id, idOf(event)))
        .toList();
  }

  private static @Nullable String idOf(@Nullable Event event) {
    return event == null ? null : event.id();
  }
}
