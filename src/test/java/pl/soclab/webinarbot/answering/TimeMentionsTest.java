package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeMentionsTest {
  private static final LocalDate WEDNESDAY = LocalDate.of(2022, 2, 16);

  private static TimeMentions in(String question) {
    return TimeMentions.of(Asked.of(question), WEDNESDAY);
  }

  @ParameterizedTest
  @CsvSource({
    "czemu w piątek?, FRIDAY",
    "to w srode czy kiedy, WEDNESDAY",
    "czy to w niedzielę, SUNDAY",
    "is it on Thursday, THURSDAY",
    "це в середу?, WEDNESDAY"
  })
  void weekdayIsReadInEveryCase(String question, DayOfWeek day) {
    assertThat(in(question).weekdays()).containsExactly(day);
  }

  @ParameterizedTest
  @CsvSource({
    "o 9:00?, 9:00",
    "o 17.30?, 17:30",
    "czy to o 10, 10:00",
    "o dziewiętnastej?, 19:00",
    "zaczyna sie o dziewiatej, 9:00",
    "na 19tą?, 19:00"
  })
  void hourIsReadInFiguresAndWords(String question, String hour) {
    assertThat(in(question).hours())
        .containsExactly(LocalTime.parse(hour.length() == 4 ? "0" + hour : hour));
  }

  @ParameterizedTest
  @CsvSource({
    "czy 17.02 jest aktualny, --02-17",
    "17 lutego?, --02-17",
    "to jutro?, --02-17",
    "dzis?, --02-16"
  })
  void dayIsReadInFiguresAndWords(String question, String day) {
    assertThat(in(question).dates()).containsExactly(MonthDay.parse(day));
  }

  @ParameterizedTest
  @CsvSource({"na drugi dzień", "mam 2 pytania", "kod 969412", "ile to potrwa", "za 5 minut"})
  void otherNumbersAreNoTime(String question) {
    assertThat(in(question).isEmpty()).isTrue();
  }

  @Test
  void dateWithADotIsNoHour() {
    assertThat(in("webinar 17.02").hours()).isEmpty();
  }
}
