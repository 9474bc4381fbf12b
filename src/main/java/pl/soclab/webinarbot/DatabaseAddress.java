package pl.soclab.webinarbot;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param url for JDBC, without user and password
 * @param user may be empty
 * @param password may be empty; never printed
 */
record DatabaseAddress(String url, String user, String password) {
  private static final Pattern POSTGRES = Pattern.compile("postgres(ql)?");

  /**
   * An H2 database in a file. The file is locked, so that a second program cannot open it; a commit
   * is written at once and not half a second later, so that a killed program loses nothing; Spring
   * closes it and not H2's own shutdown hook, which would come before the last turn. H2 writes no
   * trace file, which could quote what residents wrote.
   *
   * @param file without H2's extension
   */
  static DatabaseAddress file(Path file) {
    return new DatabaseAddress(
        "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0",
        "sa",
        "");
  }

  /**
   * Reads {@code jdbc:postgresql://host/name}, {@code jdbc:h2:...}, or the form that hosting
   * services hand out, {@code postgres://user:password@host:5432/name}.
   *
   * @return null where {@code url} is empty
   * @throws WrongSetting if it is none of these
   */
  static @Nullable DatabaseAddress of(String url, String user, String password) {
    if (url.isEmpty()) {
      return null;
    }
    if (url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:")) {
      return new DatabaseAddress(url, user, password);
    }
    try {
      URI uri = new URI(url);
      if (uri.getScheme() != null
          && POSTGRES.matcher(uri.getScheme()).matches()
          && uri.getHost() != null) {
        return postgres(uri, user, password);
      }
    } catch (URISyntaxException e) {
      // A raw "#" or "%" in a password; the address stays out of the log because of it.
    }
    throw new WrongSetting(
        "DATABASE_URL",
        "to nie jest adres bazy danych.",
        "Proszę podać adres w postaci jdbc:postgresql://serwer:5432/baza albo usunąć tę zmienną;"
            + " wtedy dane są w pliku w folderze DATA_DIR.");
  }

  private static DatabaseAddress postgres(URI uri, String user, String password) {
    String[] login = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
    var url = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
    if (uri.getPort() > 0) {
      url.append(':').append(uri.getPort());
    }
    url.append(uri.getRawPath());
    if (uri.getRawQuery() != null) {
      url.append('?').append(uri.getRawQuery());
    }
    return new DatabaseAddress(
        url.toString(),
        user.isEmpty() && login.length > 0 ? login[0] : user,
        password.isEmpty() && login.length > 1 ? login[1] : password);
  }

  /** Whether it is a file of our own. */
  boolean isFile() {
    return url.startsWith("jdbc:h2:file:");
  }

  boolean isPostgres() {
    return url.startsWith("jdbc:postgresql:");
  }

  /** The address as a log may show it: without parameters, which may hold a password. */
  String shown() {
    return url.split("[?;]", 2)[0];
  }

  @Override
  public String toString() {
    return "DatabaseAddress[" + shown() + "]";
  }
}
