package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the front matter that says something.
 *
 * @param written the key as the organiser wrote it
 * @param values never empty
 */
record Field(FieldKey key, String written, SourceLine source, List<Value> values) {
  /** What stands behind a key, or one item of a list there. */
  sealed interface Value {
    SourceLine source();
  }

  /**
   * Characters as they stand; never blank.
   *
   * @param source their own line
   */
  record Text(String text, SourceLine source) implements Value {}

  /** A map in a list: a session. */
  record Group(List<Field> fields, SourceLine source) implements Value {}

  Field {
    values = List.copyOf(values);
  }

  /** The values that are plain characters. */
  List<Text> texts() {
    var texts = new ArrayList<Text>();
    for (Value value : values) {
      if (value instanceof Text text) {
        texts.add(text);
      }
    }
    return texts;
  }
}
