package pl.soclab.webinarbot.telegram;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Sentences;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.messaging.RichText.Span;
import pl.soclab.webinarbot.messaging.RichText.Style;

/** Cuts a message into parts that Telegram takes. */
final class MessageParts {
  /** Bot API, {@code sendMessage}: characters after the markup is read. */
  static final int TEXT_LIMIT = 4096;

  /** Bot API, {@code sendDocument}. */
  static final int CAPTION_LIMIT = 1024;

  /**
   * One message of Telegram's.
   *
   * @param text empty only where a document goes without a caption
   */
  record Part(RichText text, List<List<Button>> buttons, @Nullable Attachment attachment) {}

  private MessageParts() {}

  /** The parts in order; buttons and attachment are at the last one. */
  static List<Part> of(OutgoingMessage message) {
    Attachment attachment = message.attachment();
    boolean caption = attachment != null && message.text().text().length() <= CAPTION_LIMIT;
    if (caption) {
      return List.of(new Part(message.text(), message.buttons(), attachment));
    }
    List<RichText> texts = cut(message.text(), TEXT_LIMIT);
    var parts = new ArrayList<Part>();
    for (int i = 0; i < texts.size(); i++) {
      boolean last = attachment == null && i == texts.size() - 1;
      parts.add(new Part(texts.get(i), last ? message.buttons() : List.of(), null));
    }
    if (attachment != null) {
      parts.add(new Part(new RichText(List.of()), message.buttons(), attachment));
    }
    return parts;
  }

  /** Pieces of at most {@code limit} characters, cut where a reader would pause. */
  static List<RichText> cut(RichText text, int limit) {
    var pieces = new ArrayList<RichText>();
    RichText rest = text;
    while (rest.text().length() > limit) {
      int end = cutAt(rest, limit);
      add(pieces, slice(rest, 0, end));
      rest = slice(rest, end, rest.text().length());
    }
    add(pieces, rest);
    return pieces;
  }

  private static void add(List<RichText> pieces, RichText piece) {
    String text = piece.text();
    if (!text.isBlank()) {
      int start = text.length() - text.stripLeading().length();
      pieces.add(slice(piece, start, text.stripTrailing().length()));
    }
  }

  /** Behind a paragraph, a sentence, a word or at least a whole character; outside marked spans. */
  private static int cutAt(RichText rich, int limit) {
    String text = rich.text();
    int paragraph = outsideSpans(rich, text.lastIndexOf("\n\n", limit));
    if (paragraph > limit / 2) {
      return paragraph;
    }
    int sentence = outsideSpans(rich, lastSentenceEnd(text, limit));
    if (sentence > limit / 4) {
      return sentence;
    }
    int word = outsideSpans(rich, lastWhitespace(text, limit));
    if (word > 0) {
      return word;
    }
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int character = characters.preceding(limit + 1);
    return character > 0 ? character : limit;
  }

  private static int lastSentenceEnd(String text, int limit) {
    int last = 0;
    int from = 0;
    for (String sentence : Sentences.of(text)) {
      int end = text.indexOf(sentence, from) + sentence.length();
      if (end > limit) {
        break;
      }
      last = end;
      from = end;
    }
    return last;
  }

  private static int lastWhitespace(String text, int limit) {
    for (int i = limit; i > 0; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return 0;
  }

  /** The place itself, or the beginning of the marked span around it. */
  private static int outsideSpans(RichText rich, int place) {
    int start = 0;
    for (Span span : rich.spans()) {
      int end = start + span.text().length();
      if (place > start && place < end && span.style() != Style.PLAIN) {
        return start;
      }
      start = end;
    }
    return place;
  }

  private static RichText slice(RichText rich, int from, int to) {
    var spans = new ArrayList<Span>();
    int start = 0;
    for (Span span : rich.spans()) {
      int end = start + span.text().length();
      int first = Math.max(from, start);
      int last = Math.min(to, end);
      if (first < last) {
        spans.add(new Span(span.text().substring(first - start, last - start), span.style()));
      }
      start = end;
    }
    return new RichText(spans);
  }
}
