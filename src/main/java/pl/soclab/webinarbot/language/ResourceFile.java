package pl.soclab.webinarbot.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * The files of words and sentences that the program brings along, in UTF-8, each beside the class
 * that goes by it. One that is missing or broken is a fault of the build: both throw an unchecked
 * exception that names the file.
 */
public final class ResourceFile {
  private ResourceFile() {}

  /** The lines, stripped, without empty ones and comments, which begin with a hash. */
  public static List<String> lines(Class<?> beside, String name) {
    try (var reader = new BufferedReader(reader(beside, name))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** Adds the entries of a {@code .properties} file to others. */
  public static void addTo(Properties properties, Class<?> beside, String name) {
    try (var reader = reader(beside, name)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** The entries of a {@code .properties} file. */
  public static Properties properties(Class<?> beside, String name) {
    var properties = new Properties();
    addTo(properties, beside, name);
    return properties;
  }

  private static InputStreamReader reader(Class<?> beside, String name) {
    InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(name), name);
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
