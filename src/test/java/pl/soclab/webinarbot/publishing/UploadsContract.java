package pl.soclab.webinarbot.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.publishing.Uploads.State;
import pl.soclab.webinarbot.publishing.Uploads.Upload;

/** What keeping uploads promises, wherever they are kept. */
abstract class UploadsContract {
  private static final ChatId ANNA = new ChatId(501_000_001L);
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00.123456Z");

  private Uploads uploads;

  abstract Uploads emptyUploads();

  @BeforeEach
  void begin() {
    uploads = emptyUploads();
  }

  private Upload created() {
    return uploads.create(ANNA, "zebranie.docx", ".txt", "Treść ąę\n", null, NOW);
  }

  private Upload found(Upload upload) {
    return Objects.requireNonNull(uploads.find(upload.id(), NOW));
  }

  @Test
  void uploadIsKeptAsItCame() {
    Upload upload = created();

    assertThat(upload.state()).isEqualTo(State.WAITING);
    assertThat(found(upload)).isEqualTo(upload);
  }

  @Test
  void removalOfAFileHasNoContent() {
    Upload upload = uploads.create(ANNA, "x.md", ".md", null, "wydarzenia/x.md", NOW);

    assertThat(found(upload).content()).isNull();
    assertThat(found(upload).target()).isEqualTo("wydarzenia/x.md");
  }

  @Test
  void numberThatWasNeverGivenIsNothing() {
    assertThat(uploads.find(987_654, NOW)).isNull();
    assertThat(uploads.aim(987_654, "x.md")).isFalse();
    assertThat(uploads.published(987_654)).isFalse();
  }

  @Test
  void targetMayBeChosenAgainWhileItWaits() {
    Upload upload = created();

    assertThat(uploads.aim(upload.id(), "a.md")).isTrue();
    assertThat(uploads.aim(upload.id(), "b.md")).isTrue();

    assertThat(found(upload).target()).isEqualTo("b.md");
  }

  @Test
  void uploadIsPublishedOnceWithWhatMayBeTold() {
    Upload upload = created();
    uploads.propose(upload.id(), "Zmienił się link", "zebranie");

    assertThat(uploads.published(upload.id())).isTrue();
    assertThat(uploads.published(upload.id())).isFalse();

    assertThat(uploads.discard(upload.id())).isFalse();
    assertThat(uploads.aim(upload.id(), "b.md")).isFalse();
    uploads.propose(upload.id(), null, null);
    assertThat(found(upload).state()).isEqualTo(State.PUBLISHED);
    assertThat(found(upload).notice()).isEqualTo("Zmienił się link");
    assertThat(found(upload).eventId()).isEqualTo("zebranie");
  }

  @Test
  void discardedUploadIsNotPublished() {
    Upload upload = created();

    assertThat(uploads.discard(upload.id())).isTrue();

    assertThat(uploads.published(upload.id())).isFalse();
    assertThat(found(upload).state()).isEqualTo(State.DISCARDED);
  }

  @Test
  void uploadIsForgottenAfterAWeek() {
    Upload upload = created();
    Instant later = NOW.plus(Uploads.KEPT).plusSeconds(1);

    assertThat(uploads.find(upload.id(), NOW.plus(Uploads.KEPT))).isNotNull();
    assertThat(uploads.find(upload.id(), later)).isNull();
    uploads.create(ANNA, "", ".txt", "x", null, later);
    assertThat(uploads.find(upload.id(), NOW)).isNull();
  }
}
