package pl.soclab.webinarbot.knowledge;

/** A key of the front matter that is known. */
sealed interface FieldKey {
  /** As the documentation spells it. */
  String written();

  /** The key of a fact. */
  record OfFact(FactKind kind) implements FieldKey {
    @Override
    public String written() {
      return kind.key();
    }
  }

  /** The key of anything else. */
  record OfFile(FileField field) implements FieldKey {
    @Override
    public String written() {
      return field.key();
    }
  }
}
