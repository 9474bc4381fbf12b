package pl.soclab.webinarbot.knowledge;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Finding.Severity;
import pl.soclab.webinarbot.knowledge.Lines.Sentence;
import pl.soclab.webinarbot.language.DateMention;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.HourMention;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.language.ResourceFile;
import pl.soclab.webinarbot.language.TimeReader;

/**
 * Finds the sessions of an event in its announcement. A day behind "do" is a deadline, one beside
 * "opublikowano" is history; an hour belongs to the day before it, in its sentence or in the next
 * two.
 */
final class TextSessions {
  /** Else it tells what is done on that day: "budżet i harmonogram". */
  private static final Pattern PLACE =
      Pattern.compile(
          "^(w|we|na|przy|przed|pod|obok|nad|u|ul\\.|pl\\.|al\\.|os\\.)\\s|(?<!\\p{L})(ul\\.|ulic|plac|rynek|rynku|sal[aei]|szkol|swietlic|dom(u)? kultur|bibliotek|urz[ae]d|remiz|ratusz|hal[aei]|park|targowisk|osiedl|osrod|klub|parafi|kosci|stacj|dworz|przychodn|centrum|budyn|pokoj|muze|kawiarn|online|zoom|teams|meet|pawilon|boisk|stadion|skwer|dziedzin|podworz|przedszkol|stolow|bazar|zdalnie|soleck|wiejsk|gok|mok|osp|dom\\p{L}* \\p{L}+|fili[ai]|petl[ai]|przystan|bulwar|blon|deptak|molo|galeri|dwor|zamek|palac)");

  private static final Pattern DEADLINE =
      Pattern.compile(
          "(?<!\\p{L})(do|najpozniej|przed|po)\\s+(?:we?\\s+)?(dnia\\s+|konca\\s+)?(poniedzial\\p{L}*|wtor\\p{L}*|srod\\p{L}*|czwart\\p{L}*|piat\\p{L}*|sobot\\p{L}*|niedziel\\p{L}*)?[,\\s]*$");
  private static final Pattern UNTIL_HOUR =
      Pattern.compile(
          "^\\s*(r\\.|roku|\\([^)]{2,15}\\))?[,\\s]*(do|najpozniej|przed) (godz|polnoc)");
  private static final Pattern RANGE_START =
      Pattern.compile("(?<!\\p{L})od\\s[^.]{0,30}\\sdo\\s*$");
  private static final Pattern HISTORY =
      Pattern.compile(String.join("|", ResourceFile.lines(TextSessions.class, "history.txt")));
  private static final Pattern NO_MEETING_HOURS =
      Pattern.compile(String.join("|", ResourceFile.lines(TextSessions.class, "office-hours.txt")));

  private static final Pattern WHEN =
      Pattern.compile("^\\P{L}*(kiedy|termin|data|data i godzina|kiedy i gdzie)\\s*[:–]\\s*\\S");

  private static final Pattern LABEL_OF_TIME =
      Pattern.compile("(kiedy|termin|data|dzien|spotkanie|data i godzina)( \\p{L}+)?");

  private static final Pattern END =
      Pattern.compile(
          "(?<!\\p{L})(konczymy|skonczymy|zakonczymy|zakonczenie|koniec|potrwa do|potrwaja do|bawimy sie do|jestesmy do)(?!\\p{L})");

  private static final Pattern END_OF_COLUMN = Pattern.compile("\\s*[\\t|:–—]\\s*$|\\s+-\\s*$");

  private static final Pattern WEEKDAY_BEFORE =
      Pattern.compile(
          "(?i)(?<!\\p{L})(w |we )?(poniedziałek|wtorek|środa|środę|czwartek|piątek|sobota|sobotę|niedziela|niedzielę)[,\\s]*$");

  /** The rest of a date: "r. (sobota)". */
  private static final String BEHIND_DATE =
      "(?iu)^\\s*(r\\.|roku|br\\.)?\\s*(\\(?\\s*(w )?(poniedziałek|wtorek|środa|środę|czwartek|piątek|sobota|sobotę|niedziela|niedzielę)\\s*\\)?)?";

  private static final int LONGEST_COLUMNS = 120;

  /** An hour may follow the day two sentences later ("... 1 marca. Początek o godzinie 18:00."). */
  private static final int SENTENCES_TO_HOUR = 3;

  private static final int CUE_BEHIND = 30;

  private final ZoneId zone;
  private final LocalDate today;
  private final @Nullable LocalDate knownDay;
  private final List<Finding> findings;

  TextSessions(ZoneId zone, LocalDate today, @Nullable LocalDate knownDay, List<Finding> findings) {
    this.zone = zone;
    this.today = today;
    this.knownDay = knownDay;
    this.findings = findings;
  }

  private record Candidate(
      LocalDate date, @Nullable HourMention hour, Sentence sentence, @Nullable Rest rest) {}

  /**
   * What an item of a list says besides day and hour.
   *
   * @param isDescription whether it says what the session is ("godz. 18:00: jak pisać"), not where
   */
  private record Rest(String text, boolean isDescription, boolean isLabelled) {
    Rest(String text, boolean isDescription) {
      this(text, isDescription, false);
    }
  }

  /** The sessions in order of their start. */
  List<Session> find(List<Sentence> sentences) {
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < sentences.size(); i++) {
      addCandidates(sentences, i, candidates);
    }
    // "KIEDY: wtorek, 5 marca" leaves no doubt; other days of such a text are other things.
    if (candidates.stream().anyMatch(candidate -> isLabelled(candidate.sentence()))) {
      candidates.removeIf(candidate -> !isLabelled(candidate.sentence()));
    }
    Map<LocalDate, List<Candidate>> byDate = new LinkedHashMap<>();
    candidates.forEach(c -> byDate.computeIfAbsent(c.date(), ignored -> new ArrayList<>()).add(c));
    boolean many = byDate.size() > 1;
    List<Session> sessions =
        byDate.values().stream()
            .map(same -> session(same, many))
            .sorted(Comparator.comparing(Session::startInstant))
            .toList();
    return withEnd(withHours(sessions), sentences);
  }

  /** "Kończymy o 18:00" gives the one session its end. */
  private static List<Session> withEnd(List<Session> sessions, List<Sentence> sentences) {
    if (sessions.size() != 1 || sessions.getFirst().end() != null) {
      return sessions;
    }
    Session session = sessions.getFirst();
    LocalTime start = session.startTime();
    LocalTime end = start == null ? null : end(sentences, start);
    return end == null
        ? sessions
        : List.of(
            new Session(
                session.date(),
                start,
                session.date().atTime(end),
                session.zone(),
                session.place(),
                session.description(),
                session.source()));
  }

  private static @Nullable LocalTime end(List<Sentence> sentences, LocalTime start) {
    for (Sentence sentence : sentences) {
      Matcher cue = END.matcher(sentence.folded());
      if (!cue.find() || NO_MEETING_HOURS.matcher(sentence.folded()).find()) {
        continue;
      }
      for (HourMention hour : TimeReader.hours(sentence.text())) {
        if (hour.end() > cue.end()
            && hour.start() <= cue.end() + CUE_BEHIND
            && hour.to() == null
            && hour.from().isAfter(start)) {
          return hour.from();
        }
      }
    }
    return null;
  }

  private static boolean isLabelled(Sentence sentence) {
    return WHEN.matcher(sentence.folded()).find();
  }

  private static List<Session> withHours(List<Session> sessions) {
    List<Session> timed = sessions.stream().filter(s -> s.startTime() != null).toList();
    // A day without an hour beside one that has it is another mention, not another meeting.
    return timed.isEmpty() ? sessions : timed;
  }

  private void addCandidates(List<Sentence> sentences, int i, List<Candidate> candidates) {
    Sentence sentence = sentences.get(i);
    List<DateMention> dates = TimeReader.dates(sentence.text());
    for (DateMention mention : dates) {
      if (isDeadline(sentence, mention) || isHistory(sentence, mention)) {
        continue;
      }
      LocalDate date = date(mention, sentence.source());
      if (date != null) {
        candidates.add(
            new Candidate(
                date,
                hour(sentences, i, mention, dates),
                sentence,
                restOrBelow(sentences, i, dates)));
      }
    }
  }

  private static boolean isDeadline(Sentence sentence, DateMention mention) {
    String before = Folding.fold(sentence.text().substring(0, mention.start()));
    String behind = Folding.fold(sentence.text().substring(mention.end()));
    return DEADLINE.matcher(before).find()
        || RANGE_START.matcher(before).find()
        || UNTIL_HOUR.matcher(behind).find();
  }

  /** A cue that stands before the day or just behind it; what a list says later does not count. */
  private static boolean isHistory(Sentence sentence, DateMention mention) {
    int end = Math.min(sentence.text().length(), mention.end() + CUE_BEHIND);
    return HISTORY.matcher(Folding.fold(sentence.text().substring(0, end))).find();
  }

  private @Nullable LocalDate date(DateMention mention, SourceLine source) {
    if (mention.year() != null) {
      LocalDate date = mention.date(today);
      return date;
    }
    boolean named =
        knownDay != null
            && knownDay.getDayOfMonth() == mention.day()
            && knownDay.getMonthValue() == mention.month();
    if (named) {
      return knownDay;
    }
    LocalDate date = mention.date(today);
    if (date != null) {
      findings.add(
          new Finding(
              source,
              Severity.NOTE,
              "W tekście nie ma roku; przyjęto "
                  + PolishDates.date(date)
                  + (mention.weekday() != null
                      ? " według dnia tygodnia."
                      : ", najbliższy taki dzień.")));
    }
    return date;
  }

  private static @Nullable HourMention hour(
      List<Sentence> sentences, int i, DateMention mention, List<DateMention> dates) {
    Sentence own = sentences.get(i);
    List<HourMention> hours = TimeReader.hours(own.text());
    int next =
        dates.stream()
            .mapToInt(DateMention::start)
            .filter(s -> s > mention.end())
            .min()
            .orElse(Integer.MAX_VALUE);
    for (HourMention hour : hours) {
      if (hour.start() >= mention.end() && hour.start() < next) {
        return hour;
      }
    }
    if (!hours.isEmpty()) {
      boolean afterAll = hours.getLast().start() > dates.getLast().end();
      return afterAll || dates.size() == 1 ? hours.getLast() : null;
    }
    for (int j = i + 1; j < sentences.size() && j <= i + SENTENCES_TO_HOUR; j++) {
      Sentence later = sentences.get(j);
      if (!TimeReader.dates(later.text()).isEmpty()
          || NO_MEETING_HOURS.matcher(later.folded()).find()) {
        return null;
      }
      List<HourMention> found = TimeReader.hours(later.text());
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    return null;
  }

  private static @Nullable Rest restOrBelow(
      List<Sentence> sentences, int i, List<DateMention> dates) {
    Rest own = rest(sentences.get(i), dates);
    return own == null ? below(sentences, i) : own;
  }

  /** "📍 Bojary, skwer" or "Miejsce: sala 2" in a line of its own under the day. */
  private static @Nullable Rest below(List<Sentence> sentences, int i) {
    for (int j = i + 1; j < sentences.size() && j <= i + SENTENCES_TO_HOUR; j++) {
      Sentence later = sentences.get(j);
      if (!TimeReader.dates(later.text()).isEmpty()) {
        return null;
      }
      String place = TextFacts.labelledPlace(later);
      if (place != null) {
        return new Rest(place, false, true);
      }
      if (isPlaceBelow(sentences.get(i), later)) {
        return new Rest(later.text().replaceFirst("[,;.]$", ""), false);
      }
    }
    return null;
  }

  /** "6 października, 15:00–18:00", and "Biblioteka Miejska, ul. Szewska 14" in the next line. */
  private static boolean isPlaceBelow(Sentence day, Sentence later) {
    return later.startsLine()
        && !later.isItem()
        && later.position() == day.position() + 1
        && later.text().length() <= LONGEST_COLUMNS
        && TimeReader.hours(later.text()).isEmpty()
        && PLACE.matcher(later.folded()).find();
  }

  private static @Nullable Rest rest(Sentence sentence, List<DateMention> dates) {
    if (!sentence.startsLine()) {
      return null;
    }
    Rest before = before(sentence, dates.getFirst());
    if (before != null || dates.getFirst().start() > 25) {
      return before;
    }
    Rest between = between(sentence, dates.getLast());
    if (between != null) {
      return between;
    }
    int end = dates.getLast().end();
    for (HourMention hour : TimeReader.hours(sentence.text())) {
      end = Math.max(end, hour.end());
    }
    String rest =
        sentence
            .text()
            .substring(Math.min(end, sentence.text().length()))
            .replaceFirst(BEHIND_DATE, "")
            .replaceFirst("^[\\s,;:–—()-]+", "")
            .replaceFirst("[\\s,;.]+$", "")
            .strip();
    boolean isDescription =
        sentence.text().substring(Math.min(end, sentence.text().length())).strip().startsWith(":");
    return rest.length() >= 4 && rest.length() <= 140 ? new Rest(rest, isDescription) : null;
  }

  /** "8 maja – targowisko miejskie, ul. Targowa 6, godz. 10.00": the place between day and hour. */
  private static @Nullable Rest between(Sentence sentence, DateMention date) {
    int hour =
        TimeReader.hours(sentence.text()).stream()
            .mapToInt(HourMention::start)
            .filter(start -> start > date.end())
            .min()
            .orElse(date.end());
    String text =
        sentence
            .text()
            .substring(date.end(), hour)
            .replaceFirst(BEHIND_DATE, "")
            .replaceFirst("^[\\s,;:–—-]+", "")
            .replaceFirst(
                "(?iu)[\\s,;:(–—-]+(?:(?:w |o |od )?godz(?:\\.|in\\p{L}*)?|od|o|start\\p{L}*)?[\\s,;:–—-]*$",
                "")
            .strip();
    return text.length() >= 4 && text.length() <= LONGEST_COLUMNS && isPlace(text, sentence)
        ? new Rest(text, false)
        : null;
  }

  /** What stands in the columns before the day: "Łęgi | boisko przy szkole | 16 września". */
  private static @Nullable Rest before(Sentence sentence, DateMention date) {
    String columns =
        WEEKDAY_BEFORE
            .matcher(sentence.text().substring(0, date.start()))
            .replaceFirst("")
            .replaceFirst("^\\P{L}+", "");
    Matcher end = END_OF_COLUMN.matcher(columns);
    if (!end.find() || columns.length() > LONGEST_COLUMNS) {
      return null;
    }
    String text = columns.substring(0, end.start()).strip().replaceAll("\\s*[\\t|]\\s*", ", ");
    return text.length() < 4 || LABEL_OF_TIME.matcher(Folding.fold(text)).matches()
        ? null
        : new Rest(text, false);
  }

  private Session session(List<Candidate> same, boolean many) {
    Candidate best =
        same.stream()
            .filter(candidate -> candidate.hour() != null)
            .findFirst()
            .orElse(same.getFirst());
    for (Candidate other : same) {
      if (other.hour() != null
          && best.hour() != null
          && !other.hour().from().equals(best.hour().from())) {
        findings.add(
            new Finding(
                other.sentence().source(),
                Severity.WARNING,
                "Tu jest godzina "
                    + PolishDates.hour(other.hour().from())
                    + ", a w wierszu "
                    + best.sentence().source().line()
                    + " "
                    + PolishDates.hour(best.hour().from())
                    + ". Proszę sprawdzić, która jest prawdziwa."));
      }
    }
    HourMention hour = best.hour();
    LocalTime from = hour == null ? null : hour.from();
    LocalTime until = hour == null ? null : hour.to();
    LocalDateTime to = until == null ? null : best.date().atTime(until);
    if (to != null && from != null && !to.isAfter(best.date().atTime(from))) {
      to = LocalTime.MIDNIGHT.equals(until) ? to.plusDays(1) : null;
    }
    boolean listed = best.sentence().isItem() || best.hour() != null;
    Rest rest = many && listed ? best.rest() : null;
    String said = rest == null ? null : rest.text();
    boolean isPlace =
        rest != null
            && !rest.isDescription()
            && (isPlace(rest.text(), best.sentence()) || rest.isLabelled());
    String place = isPlace ? said : many ? PlaceFacts.placeIn(best.sentence()) : null;
    String description = isPlace || said == null ? null : said.replaceFirst("[)]$", "");
    return new Session(best.date(), from, to, zone, place, description, best.sentence().source());
  }

  /** In a table the other columns say where; elsewhere the words have to. */
  private static boolean isPlace(String text, Sentence sentence) {
    return sentence.text().contains("\t")
        || sentence.text().contains("|")
        || PLACE.matcher(Folding.fold(text)).find();
  }
}
