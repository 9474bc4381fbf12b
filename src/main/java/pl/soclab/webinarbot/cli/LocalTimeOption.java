package pl.soclab.webinarbot.cli;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2022-02-16T12:00}, and with a space for the T. */
final class LocalTimeOption implements ITypeConverter<LocalDateTime> {
  @Override
  public LocalDateTime convert(String value) {
    try {
      return LocalDateTime.parse(value.strip().replace(' ', 'T'));
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "„" + value + "” to nie jest data z godziną w postaci 2022-02-16T12:00");
    }
  }
}
