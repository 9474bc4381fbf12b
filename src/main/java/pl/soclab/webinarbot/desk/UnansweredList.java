package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.UnansweredPress.Action;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.OpenQuestion;
import pl.soclab.webinarbot.questions.OpenQuestions;

/** Writes the list of questions without an answer, page by page. */
final class UnansweredList {
  private static final int PAGE = 8;
  private static final int LONGEST_TITLE = 60;

  private final OpenQuestions questions;

  UnansweredList(OpenQuestions questions) {
    this.questions = questions;
  }

  /**
   * One page.
   *
   * @param wanted from 0; may be forged, and what was on it may be answered by now
   */
  List<OutgoingMessage> write(DeskTurn turn, long wanted) {
    long count = questions.count();
    if (count == 0) {
      return turn.say(DeskPhrases.get("open.none"));
    }
    int page = (int) Math.min(wanted, (count - 1) / PAGE);
    List<OpenQuestion> shown = questions.open(PAGE, page * PAGE);
    var lines = new StringJoiner("\n\n");
    lines.add(DeskPhrases.get("open.head", count));
    var buttons = new ArrayList<Button>();
    for (int i = 0; i < shown.size(); i++) {
      int number = page * PAGE + i + 1;
      OpenQuestion question = shown.get(i);
      lines.add(line(number, question, turn.knowledge()));
      String label = DeskPhrases.get("open.button", number, question.typical());
      buttons.add(UnansweredPress.button(Excerpt.label(label), Action.ANSWER, question.id()));
    }
    if (page > 0) {
      buttons.add(UnansweredPress.button(DeskPhrases.get("open.back"), Action.LIST, page - 1));
    }
    if ((page + 1L) * PAGE < count) {
      buttons.add(UnansweredPress.button(DeskPhrases.get("open.more"), Action.LIST, page + 1));
    }
    return turn.say(lines.toString(), buttons);
  }

  private static String line(int number, OpenQuestion question, Knowledge knowledge) {
    var line = new StringJoiner(", ");
    line.add(DeskPhrases.get("open.asked", DeskPhrases.counted("times", question.asked())));
    line.add(event(question.eventId(), knowledge));
    if (question.waiting() > 0) {
      line.add(DeskPhrases.get("open.waiting", DeskPhrases.people(question.waiting())));
    }
    return DeskPhrases.get("open.line", number, Excerpt.of(question.typical())) + "\n" + line;
  }

  /** As which event is meant is told to organisers. */
  static String event(@Nullable String eventId, Knowledge knowledge) {
    if (eventId == null) {
      return DeskPhrases.get("open.no_event");
    }
    Event event = knowledge.event(eventId);
    if (event == null) {
      return DeskPhrases.get("open.gone_event", eventId);
    }
    String title = event.title();
    return DeskPhrases.get(
        "open.on", title.length() > LONGEST_TITLE ? Excerpt.label(title) : title);
  }
}
