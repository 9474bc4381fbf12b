package pl.soclab.webinarbot.knowledge;

/**
 * A heading, a paragraph or a list of a body, as plain text.
 *
 * @param level of a heading, from 1; 0 for anything else
 * @param text never blank
 * @param source the line it starts at
 */
record TextBlock(Kind kind, int level, String text, SourceLine source) {
  enum Kind {
    HEADING,
    PARAGRAPH,
    LIST
  }

  static TextBlock heading(int level, String text, SourceLine source) {
    return new TextBlock(Kind.HEADING, level, text, source);
  }

  static TextBlock paragraph(String text, SourceLine source) {
    return new TextBlock(Kind.PARAGRAPH, 0, text, source);
  }

  static TextBlock list(String text, SourceLine source) {
    return new TextBlock(Kind.LIST, 0, text, source);
  }

  /** Whether this is a heading that asks something. */
  boolean asks() {
    return kind == Kind.HEADING && text.endsWith("?");
  }
}
