package pl.soclab.webinarbot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 2, 1);

  private static List<String> dates(String text) {
    return TimeReader.dates(text).stream().map(date -> Objects.toString(date.date(TODAY))).toList();
  }

  private static List<String> hours(String text) {
    return TimeReader.hours(text).stream()
        .map(hour -> hour.to() == null ? "" + hour.from() : hour.from() + "-" + hour.to())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w czwartek 17.02 o godz. 9:00 | 2022-02-17",
        "17 lutego 2022 r. | 2022-02-17",
        "17.02.2022 | 2022-02-17",
        "17.2.22 | 2022-02-17",
        "17/02/2022 | 2022-02-17",
        "2022-02-17 | 2022-02-17",
        "dnia 5 maja br. | 2022-05-05",
        "we wtorek 28 lutego 2023 r. do godz. 14:00 | 2023-02-28",
        "17 II 2022 | 2022-02-17",
        "3 pazdziernika | 2022-10-03",
        "15 stycznia | 2022-01-15",
        "środa, 1 marca | 2023-03-01",
        "29 lutego 2024 | 2024-02-29",
        "25 marca 2018 (niedziela) | 2018-03-25"
      })
  void dayIsRead(String text, String date) {
    assertThat(dates(text)).containsExactly(date);
  }

  @Test
  void severalDaysOfAMonthAreRead() {
    assertThat(dates("5 i 12 marca w godz. 17:00–19:30"))
        .containsExactly("2022-03-05", "2022-03-12");
    assertThat(dates("12-14 czerwca 2023"))
        .containsExactly("2023-06-12", "2023-06-13", "2023-06-14");
    assertThat(dates("7, 9 oraz 14 czerwca"))
        .containsExactly("2022-06-07", "2022-06-09", "2022-06-14");
  }

  @ParameterizedTest
  @CsvSource({
    "ul. Rynek 21",
    "ul. 3 Maja 5",
    "przy al. 1 Maja",
    "sala nr 17",
    "godz. 10.10",
    "od 18.00-20.00",
    "koszt 12.50 zł",
    "tel. 22 123 45 67",
    "z listopada ubiegłego roku",
    "na 2. miejscu"
  })
  void otherNumbersAreNoDay(String text) {
    assertThat(dates(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "o godz. 9:00 | 09:00",
        "godz. 9.00 | 09:00",
        "Początek o godzinie 18:00. | 18:00",
        "18.00-20.00 | 18:00-20:00",
        "w godz. 15.00–18.00 | 15:00-18:00",
        "godz. 13-16 | 13:00-16:00",
        "od 10 do 12 | 10:00-12:00",
        "od godz. 10.00 do 12.30 | 10:00-12:30",
        "o dziewiątej | 09:00",
        "g. 17 | 17:00",
        "start 17:30 | 17:30",
        "godz 17 | 17:00",
        "o 17 | 17:00",
        "GODZINA: 17:00 | 17:00",
        "🕕 18.00 | 18:00",
        "⏰ 9 | 09:00",
        "05:00 PM | 17:00",
        "12:30 am | 00:30",
        "15 maja (wtorek) godz 17 | 17:00"
      })
  void hourIsRead(String text, String hour) {
    assertThat(hours(text)).containsExactly(hour);
  }

  @ParameterizedTest
  @CsvSource({
    "17.02 w czwartek",
    "ok. 90 minut",
    "na 30 osób",
    "od 5 do 12 marca",
    "kod 969412",
    "na drugi dzień"
  })
  void otherNumbersAreNoHour(String text) {
    assertThat(hours(text)).isEmpty();
  }
}
