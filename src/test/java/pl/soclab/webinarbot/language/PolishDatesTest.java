package pl.soclab.webinarbot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolishDatesTest {
  @Test
  void datesAreDeclined() {
    assertThat(PolishDates.date(LocalDate.of(2024, 2, 29))).isEqualTo("29 lutego 2024");
    assertThat(PolishDates.onWeekday(DayOfWeek.TUESDAY)).isEqualTo("we wtorek");
    assertThat(PolishDates.hour(LocalTime.of(9, 0))).isEqualTo("9:00");
  }

  @ParameterizedTest
  @CsvSource({"1, 1 dzień", "2, 2 dni", "5, 5 dni", "12, 12 dni", "21, 21 dni", "0, 0 dni"})
  void daysAreCounted(long number, String words) {
    assertThat(PolishDates.counted(number, "dzień", "dni", "dni")).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 godzinę", "3, 3 godziny", "13, 13 godzin", "22, 22 godziny", "112, 112 godzin"})
  void hoursAreCounted(long number, String words) {
    assertThat(PolishDates.counted(number, "godzinę", "godziny", "godzin")).isEqualTo(words);
  }
}
