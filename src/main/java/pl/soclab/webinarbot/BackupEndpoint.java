package pl.soclab.webinarbot;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** A backup on demand: {@code POST /actuator/backup}. */
@Endpoint(id = "backup")
final class BackupEndpoint {
  private final Backups backups;

  BackupEndpoint(Backups backups) {
    this.backups = backups;
  }

  /** Makes one, and tells where. */
  @WriteOperation
  Map<String, String> make() {
    return Map.of("file", backups.make().toString());
  }
}
