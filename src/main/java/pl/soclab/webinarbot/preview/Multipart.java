package pl.soclab.webinarbot.preview;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code multipart/form-data} (RFC 7578). */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME =
      Pattern.compile("[;\\s]filename=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final byte[] body;

  private Multipart(byte[] body) {
    this.body = body;
  }

  /**
   * Reads all parts: fields into {@code values}, files into {@code uploads}.
   *
   * @throws Refusal where the body breaks off or has no boundary
   */
  static void read(
      byte[] body,
      String contentType,
      Map<String, String> values,
      Map<String, Params.Upload> uploads) {
    Matcher found = BOUNDARY.matcher(contentType);
    if (!found.find()) {
      throw Refusal.badRequest("boundary of the multipart request is not found");
    }
    String boundary = found.group(1) == null ? found.group(2) : found.group(1);
    new Multipart(body).parts(boundary, values, uploads);
  }

  private void parts(
      String boundary, Map<String, String> values, Map<String, Params.Upload> uploads) {
    byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    byte[] nextDelimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    int at = indexOf(delimiter, 0) + delimiter.length;
    while (!startsWith("--", at)) {
      int headers = at + 2;
      int content = indexOf("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), headers - 2) + 4;
      int end = indexOf(nextDelimiter, content - 2);
      part(headers, content, end, values, uploads);
      at = end + nextDelimiter.length;
    }
  }

  private void part(
      int headersAt,
      int contentAt,
      int end,
      Map<String, String> values,
      Map<String, Params.Upload> uploads) {
    String headers =
        new String(body, headersAt, Math.max(contentAt - headersAt, 0), StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOfRange(body, contentAt, Math.max(end, contentAt));
    String name = first(NAME, headers);
    if (name == null) {
      return;
    }
    String fileName = first(FILE_NAME, headers);
    if (fileName == null) {
      values.put(name, new String(content, StandardCharsets.UTF_8));
    } else {
      uploads.put(name, new Params.Upload(fileName, mediaType(headers), Bytes.of(content)));
    }
  }

  private static String mediaType(String headers) {
    for (String line : headers.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return "application/octet-stream";
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  private boolean startsWith(String text, int at) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    return at + wanted.length <= body.length
        && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private int indexOf(byte[] wanted, int from) {
    for (int at = from; at <= body.length - wanted.length; at++) {
      if (Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw Refusal.badRequest("the multipart request breaks off");
  }
}
