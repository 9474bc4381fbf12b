package pl.soclab.webinarbot.messaging;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with the little formatting that a chat needs. A resident can copy a {@link Style#CODE} span
 * with one tap, which is why meeting IDs and passcodes are written so. Nothing in it is markup:
 * whoever sends it escapes it.
 *
 * @param spans the pieces in order; never empty strings
 */
public record RichText(List<Span> spans) {
  /** How a span is shown. */
  public enum Style {
    PLAIN,
    BOLD,
    CODE
  }

  /** A run of characters in one style. */
  public record Span(String text, Style style) {}

  public RichText {
    spans = List.copyOf(spans);
  }

  /** The whole text in the plain style. */
  public static RichText plain(String text) {
    return new Builder().plain(text).build();
  }

  /** The characters alone, as a resident reads them. */
  public String text() {
    var text = new StringBuilder();
    spans.forEach(span -> text.append(span.text()));
    return text.toString();
  }

  /** Collects spans. */
  public static final class Builder {
    private final List<Span> spans = new ArrayList<>();

    public Builder plain(String text) {
      return add(text, Style.PLAIN);
    }

    public Builder bold(String text) {
      return add(text, Style.BOLD);
    }

    public Builder code(String text) {
      return add(text, Style.CODE);
    }

    public Builder append(RichText other) {
      spans.addAll(other.spans());
      return this;
    }

    private Builder add(String text, Style style) {
      if (!text.isEmpty()) {
        spans.add(new Span(text, style));
      }
      return this;
    }

    public boolean isEmpty() {
      return spans.isEmpty();
    }

    public RichText build() {
      return new RichText(spans);
    }
  }
}
