package pl.soclab.webinarbot.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** HTTP requests as somebody may send them who is not the client that was meant. */
public final class HostileHttp {
  private static final List<String> METHODS =
      List.of(
          "GET",
          "POST",
          "HEAD",
          "PUT",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "PATCH",
          "get",
          "A".repeat(300),
          "");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-16",
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=b",
          "multipart/form-data; boundary=\"",
          "application/xml",
          "/",
          "");

  private static final List<String> ODD_PATHS =
      List.of(
          "*",
          "//",
          "/../../etc/passwd",
          "/..%2f..%2fetc/passwd",
          "/%00",
          "/%",
          "/%zz",
          "mailto:a",
          "http://evil.example/",
          "/files/../../../etc/passwd",
          "/files/%2e%2e/a",
          "/?a=%zz",
          "/a b",
          "/\u0105",
          "/actuator/../env",
          "/;a=b",
          "/" + "a/".repeat(2_000));

  private final Dice dice;
  private final HostileTexts texts;
  private final HostileUpdates updates;
  private final HostileFiles files;

  public HostileHttp(Dice dice) {
    this.dice = dice;
    texts = new HostileTexts(dice);
    updates = new HostileUpdates(dice, LongStream.rangeClosed(1, 50).boxed().toList());
    files = new HostileFiles(dice);
  }

  /**
   * A whole request, or a part of one, as it goes over the wire.
   *
   * @param host the right value of the header of that name; most requests have it
   * @param paths those that the server knows; most requests name one of them
   */
  public byte[] request(String host, List<String> paths) {
    byte[] body = dice.onceIn(4) ? new byte[0] : body();
    String path = dice.onceIn(5) ? dice.of(ODD_PATHS) : dice.of(paths) + query();
    var head = new StringBuilder();
    head.append(dice.onceIn(2) ? "POST" : dice.of(METHODS)).append(' ').append(path);
    head.append(dice.onceIn(20) ? dice.of(" HTTP/9.9", "", " HTTP/0.9") : " HTTP/1.1")
        .append("\r\n");
    if (!dice.onceIn(20)) {
      head.append("Host: ")
          .append(dice.onceIn(20) ? dice.of("evil.example", "", "[::1]") : host)
          .append("\r\n");
    }
    head.append("Content-Type: ").append(dice.of(TYPES)).append("\r\n");
    head.append("Connection: close\r\n");
    if (dice.onceIn(6)) {
      head.append(dice.of("Origin", "Last-Event-ID", "Content-Encoding", "Expect", "X", "Range"));
      head.append(": ").append(oneLine(texts.shortText())).append("\r\n");
    }
    head.append(length(body.length)).append("\r\n");
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(dice.onceIn(4) ? UTF_8 : ISO_8859_1));
    all.writeBytes(body);
    byte[] request = all.toByteArray();
    return dice.onceIn(8) ? Arrays.copyOf(request, dice.below(request.length)) : request;
  }

  /** The body of a request; a webhook's controller may be given it as it is. */
  public byte[] body() {
    return switch (dice.below(9)) {
      case 0 -> dice.bytes(dice.size(100_000));
      case 1 -> texts.next().getBytes(Charset.forName(dice.of("UTF-8", "UTF-16", "ISO-8859-1")));
      case 2 -> parts();
      case 3 -> ("[".repeat(dice.size(200_000)) + "]").getBytes(UTF_8);
      case 4 -> call().getBytes(UTF_8);
      case 5 -> half(updates.nextBody(dice.below(1_000)));
      case 6 -> files.next(50_000).content();
      default -> updates.nextBody(dice.below(1_000));
    };
  }

  /** A call of the Bot API or of the preview's page, with fields of any value. */
  private String call() {
    var json = new StringBuilder("{");
    for (String field :
        List.of(
            "chat_id",
            "chat",
            "who",
            "text",
            "data",
            "message",
            "reply_markup",
            "by",
            "to",
            "blocked")) {
      if (!dice.onceIn(3)) {
        json.append(json.length() == 1 ? "" : ",")
            .append('"')
            .append(field)
            .append("\":")
            .append(value());
      }
    }
    return json.append('}').toString();
  }

  private String value() {
    return switch (dice.below(7)) {
      case 0 -> Long.toString(dice.number());
      case 1 -> "null";
      case 2 -> "{\"inline_keyboard\": [[{\"text\": \"a\", \"callback_data\": 7}], 3]}";
      case 3 -> "1e" + dice.between(-999, 999);
      case 4 -> "[]";
      case 5 -> "501000001";
      default -> '"' + oneLine(texts.shortText()).replace("\\", "").replace("\"", "") + '"';
    };
  }

  private byte[] parts() {
    String name = dice.of("document", "chat_id", "file", "", "a\"b", "../../a");
    return half(
        ("--b\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"; filename=\""
                + dice.of("a.txt", "../../a", "")
                + "\"\r\n\r\n"
                + texts.shortText()
                + dice.of("\r\n--b--\r\n", "\r\n--b\r\n", ""))
            .getBytes(UTF_8));
  }

  private byte[] half(byte[] whole) {
    return dice.onceIn(3) ? Arrays.copyOf(whole, dice.below(whole.length)) : whole;
  }

  private String length(int length) {
    return switch (dice.below(12)) {
      case 0 -> "Content-Length: " + dice.number() + "\r\n";
      case 1 -> "Transfer-Encoding: chunked\r\n";
      case 2 -> "Content-Length: " + dice.below(length + 2) + "\r\n";
      case 3 -> "Content-Length: 1\r\nContent-Length: 2\r\n";
      default -> "Content-Length: " + length + "\r\n";
    };
  }

  private String query() {
    return dice.onceIn(4)
        ? "?"
            + dice.of(
                "timeout=0",
                "chat_id=%zz",
                "after=999999999999999999999",
                "run=a&&&=",
                "a".repeat(3_000))
        : "";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}]", " ");
  }
}
