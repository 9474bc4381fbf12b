package pl.soclab.webinarbot.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.questions.Trouble;

/** A kind of trouble with the files: what there is of it now, and the words in which it is told. */
interface TroubleKind {
  /** As it is stored. */
  Trouble.Kind kind();

  /**
   * Looks at what is wrong now; what the other methods say is of this look.
   *
   * @param known what was found before and has not ended
   * @return the subject of each by its key; null where nothing can be said just now
   */
  @Nullable Map<String, String> look(List<Trouble> known);

  /** What this look has found is stored. */
  void followed();

  /** What the organisers are told of these, all of which are wrong now. */
  String begun(List<Trouble> troubles);

  /**
   * What the organisers are told of these, none of which is wrong any more.
   *
   * @return null where there is nothing to say
   */
  @Nullable String mended(List<Trouble> troubles);
}
