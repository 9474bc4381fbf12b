package pl.soclab.webinarbot.answering;

import org.jspecify.annotations.Nullable;

/** What topics are called where organisers read of them, as on the residents' buttons. */
public final class TopicLabels {
  private static final Wording POLISH = Wording.in(Language.POLISH);

  private TopicLabels() {}

  /** The Polish name of a topic; null for one that has no button, such as a greeting. */
  public static @Nullable String polish(String topicId) {
    return POLISH.find("label." + topicId);
  }
}
