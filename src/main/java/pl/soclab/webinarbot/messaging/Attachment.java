package pl.soclab.webinarbot.messaging;

import java.util.Arrays;

/**
 * A small file sent with a message.
 *
 * @param fileName with its extension, e.g. {@code webinar.ics}
 * @param mediaType e.g. {@code text/calendar}
 * @param content its bytes
 */
public record Attachment(String fileName, String mediaType, byte[] content) {
  public Attachment {
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attachment that
        && fileName.equals(that.fileName)
        && mediaType.equals(that.mediaType)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return 31 * fileName.hashCode() + Arrays.hashCode(content);
  }
}
