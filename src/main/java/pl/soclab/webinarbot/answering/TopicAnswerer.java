package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.retrieval.Hit;

/**
 * Answers one topic about one event: from its facts, else from a sentence that holds what is asked
 * for, else "nie podano".
 */
final class TopicAnswerer {
  /** Fewer digits are a room or a year and no phone number. */
  private static final int PHONE_DIGITS = 9;

  /** Longer questions on the purpose ask for more than the title tells. */
  private static final int ABOUT_WHAT = 6;

  /** What an event's facts tell of the event and of nothing else that a question may name. */
  private static final Set<String> OF_THE_EVENT_ALONE = Set.of("time", "duration", "place");

  /** Whoever asks for one of these wants it, whatever stands beside it. */
  private static final Set<String> WAYS_IN =
      Set.of("link", "passcode", "meeting_id", "how_to_join", "meeting_platform");

  /** What has been before. */
  private static final Set<String> BEFORE =
      Set.of("poprzedni", "ubiegly", "zeszly", "zeszloroczny", "ubiegloroczny", "miniony");

  /** "A mail do niego?" asks for the one who was just talked about. */
  private static final Set<String> OF_SOMEBODY =
      Set.of("niego", "niej", "jego", "jej", "nich", "ich", "him", "her", "його", "її");

  /** What organisers send or publish some time after an event. */
  static final Set<String> SENT_LATER =
      Set.of("recording", "slides", "certificate", "confirmation");

  static final Pattern SAYS_WHEN = Pattern.compile("\\d|tygodni|miesi[ąc]|dni(?!\\p{L})");

  private static final Pattern LABELLED =
      Pattern.compile("^(?:\\p{IsExtended_Pictographic}|\\p{Lu}[\\p{Lu} ]{3,}[\\p{Lu}]:\\s)");

  private static final Pattern WAY =
      Pattern.compile("[\\p{L}\\d._%+-]+@[\\p{L}\\d.-]+\\p{L}|(tel\\. *)?\\+?\\d[\\d -]{7,}\\d");

  private final Wording wording;
  private final FactWriter facts;
  private final SessionAnswers sessions;
  private final PassageFinder passages;
  private final ReadyAnswers readyAnswers;
  private final EventParts parts;
  private final TellingSentences tellingSentences;

  TopicAnswerer(
      Wording wording,
      PassageFinder passages,
      ReadyAnswers readyAnswers,
      EventParts parts,
      TellingSentences tellingSentences) {
    this.wording = wording;
    this.facts = new FactWriter(wording);
    this.sessions = new SessionAnswers(wording, facts);
    this.passages = passages;
    this.readyAnswers = readyAnswers;
    this.parts = parts;
    this.tellingSentences = tellingSentences;
  }

  /**
   * Answers a topic.
   *
   * @param question what was typed; nothing for a button or a command
   * @param event the event that is meant; null where the files hold none
   */
  Part answer(Topic topic, Asked question, @Nullable Event event, Instant now) {
    if (topic.outOfScope()) {
      Hit told = event == null ? null : tellingSentences.find(topic.id(), question, event);
      if (told != null) {
        return sentence(told);
      }
      String key = topic.talk() == null ? "out_of_scope" : "talk." + topic.talk();
      return new Part(Part.Kind.OUT_OF_SCOPE, RichText.plain(wording.get(key)), null);
    }
    if (topic.talk() != null) {
      Hit own = question.words().isEmpty() ? null : passages.forTopic(topic, question, event);
      if (own != null) {
        return passage(own);
      }
      return new Part(Part.Kind.TALK, RichText.plain(wording.get("talk." + topic.talk())), null);
    }
    Hit telling = event == null ? null : tellingSentences.find(topic, question, event);
    if (telling != null) {
      return sentence(telling);
    }
    if (event != null && tellingSentences.wants(topic, question, event)) {
      return notKnown(topic, event);
    }
    Hit onPart = event == null ? null : parts.find(topic, question, event);
    if (onPart != null) {
      return sentence(onPart);
    }
    if (event != null
        && OF_THE_EVENT_ALONE.contains(topic.id())
        && passages.namesOther(topic, question, event)) {
      PassageFinder.Found other = passages.forQuestion(question, event.id());
      return other == null ? notKnown(topic, event) : passage(other.hit());
    }
    boolean isContact = topic.facts().contains(FactKind.CONTACT);
    if (event != null && topic.id().equals("time") && asksOfPast(question)) {
      PassageFinder.Found past = passages.forQuestion(question, event.id());
      return past == null ? notKnown(topic, event) : passage(past.hit());
    }
    Part others = event == null || !isContact ? null : ofOthers(topic, question, event);
    if (others != null) {
      return others;
    }
    Part facts = event == null ? null : ofEvent(topic, question, event, now);
    if (facts != null && topic.help()) {
      return withHelp(facts, topic, question, event);
    }
    Part texts = facts == null || topic.textFirst() ? ofTexts(topic, question, event) : null;
    if (texts != null) {
      return event == null || !topic.facts().isEmpty() ? texts : withFacts(texts, topic, event);
    }
    if (facts != null) {
      return facts;
    }
    // A title tells what an event is about where no sentence does.
    return topic.id().equals("purpose") && event != null && question.words().size() <= ABOUT_WHAT
        ? new Part(Part.Kind.FACT, RichText.plain(event.title()), event.titleSource())
        : notKnown(topic, event);
  }

  /** "Kiedy były poprzednie konsultacje?" is not answered by when the next are. */
  private static boolean asksOfPast(Asked question) {
    return question.words().size() <= ABOUT_WHAT + 2
        && question.lemmas().stream().anyMatch(BEFORE::contains);
  }

  /** A sentence of the text, then the facts that go with it. */
  private Part withFacts(Part texts, Topic topic, Event event) {
    List<Fact> also = topic.also().stream().map(event::fact).filter(Objects::nonNull).toList();
    return also.isEmpty()
        ? texts
        : new Part(
            texts.kind(),
            new RichText.Builder()
                .append(texts.text())
                .plain("\n")
                .append(facts.lines(also))
                .build(),
            texts.source());
  }

  /** What the organisers say, then how it is done in general. */
  private Part withHelp(Part facts, Topic topic, Asked question, @Nullable Event event) {
    ReadyAnswer help = readyAnswers.forTopic(topic, question, event == null ? null : event.id());
    return help == null
        ? facts
        : new Part(
            facts.kind(),
            new RichText.Builder()
                .append(facts.text())
                .plain("\n\n")
                .append(ready(help).text())
                .build(),
            facts.source());
  }

  private @Nullable Part ofEvent(Topic topic, Asked question, Event event, Instant now) {
    return switch (topic.id()) {
      case "time" -> sessions.time(event, question, now);
      case "calendar", "reminder" -> sessions.saved(topic, event);
      case "abroad_time" -> sessions.abroad(event);
      case "cancellation" -> sessions.cancellation(event);
      case "duration" -> sessions.duration(event, question, now);
      case "purpose", "programme" -> {
        Part session = sessions.described(event, question, now);
        yield session == null ? ofFacts(topic, question, event) : session;
      }
      case "event_card" -> card(event, now);
      case "place" -> place(topic, question, event, now);
      case "contact_phone" -> phone(event);
      default -> ofFacts(topic, question, event);
    };
  }

  private @Nullable Part ofFacts(Topic topic, Asked question, Event event) {
    List<Fact> found = facts.facts(event, topic);
    if (found.isEmpty()) {
      return null;
    }
    Fact first = found.getFirst();
    switch (FactFit.of(question, first)) {
      case FITS -> {}
      case LACKS_NAMES -> {
        return partly("names", found);
      }
      case LACKS_PERSON -> {
        return partly("named_person", found);
      }
      case LACKS_BUILDING -> {
        return partly("address", found);
      }
      case LACKS_AID -> {
        return partly("accessibility", found);
      }
      case LACKS_NUMBER -> {
        PassageFinder.Found told = passages.forQuestion(question, event.id());
        if (told != null) {
          return passage(told.hit());
        }
        return partly(first.kind() == FactKind.SEATS ? "seats" : "numbers", found);
      }
      case LACKS_LANGUAGE -> {
        return partly("translation", found);
      }
      case LACKS_LEFT -> {
        return partly("seats_left", found);
      }
      case LACKS_HOUR -> {
        return partly("deadline_hour", found);
      }
      case LACKS_EMAIL -> {
        return partly("contact", found);
      }
    }
    if (first.kind() == FactKind.SLIDES && passages.namesStranger(topic, question, event)) {
      return partly(topic.id(), found);
    }
    boolean isNear =
        !WAYS_IN.contains(topic.id()) && passages.isBeside(topic, question, first, event)
            || SessionAnswers.isOfAnother(event, question, first)
            || Alternatives.areNot(question, first);
    if (isNear || asksWhenOf(topic, question, first)) {
      PassageFinder.Found told = passages.forQuestion(question, event.id());
      return told == null || told.words() < 2 ? beside(event, found) : passage(told.hit());
    }
    if (first.kind() == FactKind.PLACE && namesAnother(topic, question, first)) {
      return partly(topic.id(), found);
    }
    Confirmation confirmation = Confirmation.ofFact(topic, question, first);
    if (confirmation == Confirmation.NONE && !topic.names().isEmpty()) {
      confirmation = Confirmation.ofName(question, topic.names(), first.value());
    }
    var text = new RichText.Builder();
    switch (confirmation) {
      case YES -> text.plain(wording.get("yes") + " ");
      case NO -> text.plain(wording.get("no") + " ");
      case NONE -> {}
    }
    return new Part(Part.Kind.FACT, text.append(facts.lines(found)).build(), first.source());
  }

  /** "Do kiedy przyjdą zaświadczenia?" where the files say that there will be some, and no more. */
  private static boolean asksWhenOf(Topic topic, Asked question, Fact fact) {
    return SENT_LATER.contains(topic.id())
        && ExpectedAnswer.asksForTime(question)
        && !SAYS_WHEN.matcher(FactWriter.joined(fact.values())).find();
  }

  /** "Czy można przez Zoom?" of an event in a town hall: that there is no Zoom is not said. */
  private static boolean namesAnother(Topic topic, Asked question, Fact place) {
    Set<String> said = Asked.of(place.value()).lemmas();
    return question.lemmas().stream()
        .anyMatch(lemma -> topic.names().contains(lemma) && !said.contains(lemma));
  }

  private @Nullable Part place(Topic topic, Asked question, Event event, Instant now) {
    Part bySession = sessions.place(event, question, now);
    return bySession == null ? ofFacts(topic, question, event) : bySession;
  }

  /**
   * "Telefon do biblioteki?", "mail do pana Wrzosa?": what leads there and not to the organisers;
   * null where nobody else is named.
   */
  private @Nullable Part ofOthers(Topic topic, Asked question, Event event) {
    Fact contact = event.fact(FactKind.CONTACT);
    Set<String> known =
        contact == null ? Set.of() : Asked.of(FactWriter.joined(contact.values())).lemmas();
    if (FactFit.asksForAnother(question, known)) {
      return new Part(Part.Kind.NOT_KNOWN, RichText.plain(gap(topic.id())), null);
    }
    if (contact != null
        && question.words().stream().anyMatch(word -> OF_SOMEBODY.contains(word.folded()))) {
      return partly(topic.id(), List.of(contact));
    }
    PassageFinder.Found found = passages.onThing(topic, question, event);
    if (found == null || question.lemmas().stream().anyMatch(known::contains)) {
      return null;
    }
    if (reaches(topic, found.hit()) && ExpectedAnswer.of(question).isIn(found.hit())) {
      return sentence(found.hit());
    }
    return contact == null ? notKnown(topic, event) : partly(topic.id(), List.of(contact));
  }

  /** Whether a sentence holds a way to somebody, where a way to somebody is asked for. */
  private static boolean reaches(Topic topic, Hit hit) {
    return switch (topic.id()) {
      case "contact" -> hit.sentence().contains("@") || isPhone(hit.sentence());
      case "contact_phone" -> isPhone(hit.sentence());
      default -> true;
    };
  }

  private static boolean isPhone(String text) {
    return text.replaceAll("\\D", "").length() >= PHONE_DIGITS;
  }

  private @Nullable Part phone(Event event) {
    Fact contact = event.fact(FactKind.CONTACT);
    boolean hasPhone =
        contact != null && contact.values().stream().anyMatch(TopicAnswerer::isPhone);
    return hasPhone && contact != null
        ? new Part(Part.Kind.FACT, facts.lines(List.of(contact)), contact.source())
        : null;
  }

  private Part card(Event event, Instant now) {
    var text = new RichText.Builder().bold(event.title());
    Part time = sessions.time(event, Asked.nothing(), now);
    if (time != null) {
      text.plain("\n").append(time.text());
    }
    List<Fact> all =
        Arrays.stream(FactKind.values()).map(event::fact).filter(Objects::nonNull).toList();
    if (!all.isEmpty()) {
      text.plain("\n").append(facts.lines(all));
    }
    return new Part(Part.Kind.FACT, text.build(), event.titleSource());
  }

  private @Nullable Part ofTexts(Topic topic, Asked question, @Nullable Event event) {
    String eventId = event == null ? null : event.id();
    ReadyAnswer ready = readyAnswers.forTopic(topic, question, eventId);
    if (ready != null) {
      return ready(ready);
    }
    if (topic.id().equals("purpose") && event != null) {
      return purpose(topic, question, event);
    }
    Hit hit = passages.forTopic(topic, question, event);
    if (hit != null) {
      // "Czy strategia przewiduje basen?": that there is a strategy does not answer it.
      boolean isNear =
          event != null
              && Confirmation.canBeConfirmed(question)
              && passages.namesStranger(topic, question, event);
      return isNear ? nearest(passage(hit)) : passage(hit);
    }
    if (topic.own() && topic.evidence().isEmpty()) {
      return null;
    }
    PassageFinder.Found found = passages.forQuestion(question, eventId, topic.own());
    return found == null || topic.number() || !reaches(topic, found.hit())
        ? null
        : passage(found.hit());
  }

  /**
   * "O czym to będzie?": the title with a sentence that tells more; "o co chodzi z tym terenem?":
   * the sentence on that thing.
   */
  private @Nullable Part purpose(Topic topic, Asked question, Event event) {
    PassageFinder.Found onThing = passages.onThing(topic, question, event);
    if (onThing != null) {
      return passage(onThing.hit());
    }
    if (passages.namesStranger(topic, question, event)) {
      return notKnown(topic, event);
    }
    Hit hit = passages.forTopic(topic, question, event);
    if (hit == null) {
      return null;
    }
    Part told = passage(hit);
    return question.words().size() > ABOUT_WHAT || told.text().text().contains(event.title())
        ? told
        : passage(hit, event.title() + "\n" + told.text().text());
  }

  Part ready(ReadyAnswer ready) {
    String text = wording.get(ready.general() ? "general" : "passage", ready.text());
    return new Part(
        Part.Kind.PASSAGE, RichText.plain(Shortening.to(text, Shortening.ANSWER)), ready.source());
  }

  Part passage(Hit hit) {
    String line = lineOf(hit);
    if (line != null) {
      return passage(hit, line);
    }
    String whole = hit.passage().text();
    return passage(hit, whole.length() <= Shortening.PASSAGE ? whole : withList(hit));
  }

  /** "NAGRANIE: tylko we wtorek": a line that says itself what it is about; null for any other. */
  private static @Nullable String lineOf(Hit hit) {
    return hit.passage()
        .text()
        .lines()
        .filter(line -> line.contains(hit.sentence()) && LABELLED.matcher(line).find())
        .findFirst()
        .orElse(null);
  }

  /** "Uwagi przyjmujemy:" says nothing without what follows, nor does "A jeśli będzie lało?" */
  private static String withList(Hit hit) {
    String whole = hit.passage().text();
    boolean leads = hit.sentence().endsWith(":") || hit.sentence().endsWith("?");
    int start = leads ? whole.indexOf(hit.sentence()) : -1;
    return start < 0 ? hit.sentence() : whole.substring(start);
  }

  /** The sentence alone, where those around it tell of other things. */
  Part sentence(Hit hit) {
    return passage(hit, withList(hit));
  }

  private Part passage(Hit hit, String found) {
    String text = wording.get(hit.passage().general() ? "general" : "passage", found);
    return new Part(
        Part.Kind.PASSAGE,
        RichText.plain(Shortening.to(text, Shortening.ANSWER)),
        hit.passage().source());
  }

  /** The addresses and numbers alone: whose they are is said where a contact is asked for. */
  private static String ways(Fact contact) {
    String all = FactWriter.joined(contact.values());
    String ways =
        WAY.matcher(all)
            .results()
            .map(MatchResult::group)
            .distinct()
            .collect(Collectors.joining(", "));
    return ways.isEmpty() ? all.replaceFirst("[.]$", "") : ways;
  }

  /** Names the gap, then says what is known, and of which event: another may have been meant. */
  private Part beside(Event event, List<Fact> known) {
    return new Part(
        Part.Kind.NOT_KNOWN,
        new RichText.Builder()
            .plain(gap("details") + "\n")
            .bold(event.title())
            .plain("\n")
            .append(facts.lines(known))
            .build(),
        known.getFirst().source());
  }

  /** Names the gap, then says what stands nearest to it. */
  private Part nearest(Part near) {
    return new Part(
        Part.Kind.NOT_KNOWN,
        new RichText.Builder().plain(gap("details") + "\n").append(near.text()).build(),
        near.source());
  }

  /** Names the gap, then says the known part. */
  private Part partly(String missing, List<Fact> known) {
    return new Part(
        Part.Kind.NOT_KNOWN,
        new RichText.Builder().plain(gap(missing) + "\n").append(facts.lines(known)).build(),
        known.getFirst().source());
  }

  private String gap(String topicId) {
    String missing = wording.find("unknown." + topicId);
    if (missing == null) {
      return wording.get("not_known.plain");
    }
    return wording.get("not_known", missing.startsWith(",") ? missing : " " + missing);
  }

  private Part notKnown(Topic topic, @Nullable Event event) {
    var text = new RichText.Builder().plain(gap(topic.id()));
    Fact contact = event == null ? null : event.fact(FactKind.CONTACT);
    if (contact != null && !topic.facts().contains(FactKind.CONTACT)) {
      text.plain(" " + wording.get("not_known.contact", ways(contact)));
    }
    return new Part(Part.Kind.NOT_KNOWN, text.build(), null);
  }
}
