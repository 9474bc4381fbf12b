package pl.soclab.webinarbot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.Burst.Left;
import pl.soclab.webinarbot.conversation.Watching.Noted;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * The reply to plain words. What is remembered of them is written last: a turn that breaks off
 * comes again (decision 004) and finds what it found before.
 */
record Asking(
    BotProfile bot,
    Reminding reminding,
    Unsubscribing unsubscribing,
    Handing handing,
    Watching watching,
    ThreadMemory threads,
    AnswerListener listener) {
  private static final Set<String> COURTESIES =
      Set.of("greeting", "goodbye", "thanks", "apology", "compliment", "insult");

  List<OutgoingMessage> ask(Turn turn, String text) {
    Burst before = threads.burst(turn, text);
    return switch (reading(turn, text, before)) {
      case Reading.Asked asked -> answer(turn, text, asked, before);
      case Reading.Unfinished unfinished -> goOn(turn, text, unfinished, before);
      case Reading.Called called -> called(turn, text, called.before());
    };
  }

  /** In a group pieces may be of several people; without texts there is nothing to wait for. */
  private static Reading reading(Turn turn, String text, @Nullable Burst before) {
    return turn.isPrivate() && !turn.answerer().knowledge().isEmpty()
        ? new BurstReader(turn, before).read(text)
        : new Reading.Asked(turn.answer(text), text, false);
  }

  private List<OutgoingMessage> goOn(
      Turn turn, String text, Reading.Unfinished unfinished, @Nullable Burst before) {
    threads.heedEvent(turn, text);
    List<Noted> noted =
        before == null || unfinished.text().equals(text) ? List.of() : before.noted();
    threads.keep(turn, text, unfinished.text(), Left.INVITED, noted, before);
    // Who was told to go on goes on: the same sentence after each word would only be in the way.
    return unfinished.isInvited() ? List.of() : inLanguageOf(text, turn).sentence("pieces.go_on");
  }

  private List<OutgoingMessage> called(Turn turn, String text, Burst before) {
    threads.keep(turn, text, before.text(), before.left(), before.noted(), before);
    return inTalk(turn, text)
        .sentence(before.left() == Left.ANSWERED ? "pieces.answered" : "pieces.waiting");
  }

  private static Turn inLanguageOf(String text, Turn turn) {
    return turn.speaking(Answerer.languageOf(text));
  }

  private Turn inTalk(Turn turn, String text) {
    String language = threads.languageOf(turn.chat());
    return language == null ? inLanguageOf(text, turn) : turn.speaking(language);
  }

  private List<OutgoingMessage> answer(
      Turn turn, String typed, Reading.Asked asked, @Nullable Burst before) {
    String text = asked.text();
    Answer answer = asked.answer();
    threads.speaks(turn.chat(), Answerer.languageOf(text));
    var phrases = Phrases.in(ReplyLanguage.ofText(text, turn.languageCode()));
    if (isOnly("unsubscribe", answer)) {
      return ended(turn, typed, Wish.of(text), phrases, before);
    }
    if (isAboutGoneEvent(turn, text, answer)) {
      threads.forget(turn.chat());
      return turn.sentence("event_gone");
    }
    if (asked.takesIn() && before != null) {
      takeBack(turn, before);
    }
    threads.remember(turn, answer);
    threads.asked(turn.chat(), text, answer);
    listener.answered(turn.chat(), answer, Answerer.languageOf(text), turn.now());
    Noted noted = watching.note(turn, text, answer);
    List<OutgoingMessage> reply =
        isOnly("reminder", answer)
            ? reminding.ask(turn, phrases, text)
            : watching.offered(
                new AnswerWriter(turn, phrases, bot, reminding, handing).write(answer),
                answer,
                noted,
                Answerer.languageOf(text));
    remember(turn, typed, asked, noted, before);
    return reply;
  }

  private List<OutgoingMessage> ended(
      Turn turn, String typed, Wish wish, Phrases phrases, @Nullable Burst before) {
    List<OutgoingMessage> reply =
        wish == Wish.TO_KNOW
            ? unsubscribing.how(turn, phrases)
            : unsubscribing.all(turn, phrases, true);
    threads.keep(turn, typed, "", Left.ANSWERED, List.of(), before);
    return reply;
  }

  private void takeBack(Turn turn, Burst pieces) {
    // Forgotten first: taken back twice, a note of somebody else's might go.
    threads.dropNotes(turn.chat());
    watching.takeBack(pieces.noted());
  }

  private void remember(
      Turn turn, String typed, Reading.Asked asked, @Nullable Noted noted, @Nullable Burst before) {
    Answer answer = asked.answer();
    Left left = left(answer);
    var notes = new ArrayList<Noted>();
    String text = asksNothing(answer) ? "" : asked.text();
    if (left == Left.REFUSED && !asked.takesIn() && before != null && before.isOpen()) {
      notes.addAll(before.noted());
      text = before.with(text);
    }
    if (noted != null) {
      notes.add(noted);
    }
    threads.keep(turn, typed, text, left, notes, before);
  }

  /** Nobody goes on with "dziękuję". */
  private static boolean asksNothing(Answer answer) {
    return answer instanceof Answer.SmallTalk && COURTESIES.containsAll(answer.content().topics());
  }

  private static Left left(Answer answer) {
    if (BurstReader.isGreeting(answer)) {
      return Left.INVITED;
    }
    if (!BurstReader.isUnderstood(answer)) {
      return Left.REFUSED;
    }
    return BurstReader.asksWhich(answer) ? Left.ASKED_WHICH : Left.ANSWERED;
  }

  /** Whether the thread's event is gone: a follow-up must not be answered with another one. */
  private static boolean isAboutGoneEvent(Turn turn, String text, Answer answer) {
    String talkedAbout = turn.thread().eventId();
    boolean isTalk = answer instanceof Answer.SmallTalk || answer instanceof Answer.OutOfScope;
    return talkedAbout != null
        && turn.eventWithId(talkedAbout) == null
        && !isTalk
        && NamedEvents.in(text, turn).isEmpty();
  }

  /** Whether nothing else was understood, and the organisers did not write an answer to it. */
  private static boolean isOnly(String topic, Answer answer) {
    return answer.content().topics().equals(List.of(topic))
        && !(answer instanceof Answer.PassageAnswer);
  }
}
