package pl.soclab.webinarbot;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says in a sentence why the program cannot start, where an operator can mend it. What is not
 * listed here is a broken program and keeps its stack trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements FailureAnalyzer {
  /** SQLSTATE class 28: invalid authorisation (both databases). */
  private static final String WRONG_LOGIN = "28";

  /** SQLSTATE 3D000: there is no such database (PostgreSQL). */
  private static final String NO_DATABASE = "3D000";

  /** SQLSTATE class 08: no connection (PostgreSQL). */
  private static final String NO_CONNECTION = "08";

  /** H2, {@code DATABASE_ALREADY_OPEN_1}. */
  private static final int IN_USE = 90020;

  /** H2, {@code FILE_CORRUPTED_1}. */
  private static final int TORN = 90030;

  private final Environment environment;

  StartFailure(Environment environment) {
    this.environment = environment;
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      WrongSetting wrong = known(cause);
      if (wrong != null) {
        return new FailureAnalysis(wrong.sentence(), wrong.mend(), failure);
      }
    }
    return null;
  }

  private @Nullable WrongSetting known(Throwable cause) {
    return switch (cause) {
      case WrongSetting wrong -> wrong;
      case PortInUseException taken ->
          new WrongSetting(
              "SERVER_PORT",
              "port " + taken.getPort() + " jest zajęty przez inny program.",
              "Proszę go zatrzymać albo podać inny port, na przykład 8091.");
      case BindException binding -> springs(binding.getName().toString());
      case InvalidConfigurationPropertyValueException invalid -> springs(invalid.getName());
      case SQLException sql -> database(sql);
      default -> null;
    };
  }

  /** Spring's own settings that the README lists. */
  private static @Nullable WrongSetting springs(String property) {
    return switch (property) {
      case "server.port" ->
          new WrongSetting(
              "SERVER_PORT",
              "to nie jest numer portu.",
              "Proszę podać liczbę od 1 do 65535, na przykład 8081.");
      case "server.address" ->
          new WrongSetting(
              "SERVER_ADDRESS",
              "to nie jest adres tego komputera.",
              "Proszę podać na przykład 127.0.0.1 albo 0.0.0.0.");
      default -> null;
    };
  }

  private @Nullable WrongSetting database(SQLException sql) {
    String url = environment.getProperty("webinar-bot.database-url", "");
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    if (sql.getErrorCode() == IN_USE) {
      return new WrongSetting(
          "DATA_DIR",
          "z danych w tym folderze korzysta już inny uruchomiony program.",
          "Proszę go zatrzymać albo podać inny folder.");
    }
    if (sql.getErrorCode() == TORN) {
      return new WrongSetting(
          "DATA_DIR",
          "plik bazy danych jest uszkodzony, na przykład skopiowany, gdy bot działał.",
          "Najnowszą całą kopię z folderu „kopie” przywraca polecenie: java -jar webinar-bot.jar"
              + " restore");
    }
    if (url.isBlank()) {
      return new WrongSetting(
          "DATA_DIR",
          "nie da się otworzyć danych w tym folderze (" + firstLine(sql) + ").",
          "Proszę sprawdzić, czy program może w nim pisać.");
    }
    if (state.startsWith(WRONG_LOGIN)) {
      return new WrongSetting(
          "DATABASE_USER",
          "baza danych nie przyjmuje tego użytkownika lub hasła.",
          "Proszę poprawić DATABASE_USER i DATABASE_PASSWORD.");
    }
    if (state.equals(NO_DATABASE)) {
      return new WrongSetting(
          "DATABASE_URL",
          "na serwerze nie ma takiej bazy danych.",
          "Proszę ją utworzyć albo poprawić nazwę na końcu adresu.");
    }
    if (state.startsWith(NO_CONNECTION)) {
      return new WrongSetting(
          "DATABASE_URL",
          "baza danych nie odpowiada.",
          "Proszę sprawdzić, czy serwer bazy działa i czy adres i port są dobre.");
    }
    return null;
  }

  private static String firstLine(SQLException sql) {
    return String.valueOf(sql.getMessage()).lines().findFirst().orElse("").replaceAll("\\[.*", "");
  }
}
