package pl.soclab.webinarbot;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Which errors cost a connection its place in the pool. A write of H2 that fails (a full disk)
 * closes the database under its connections, which then still call themselves valid; only a new
 * connection opens the file again, and only when all old ones are gone.
 */
public final class LostDatabase implements SQLExceptionOverride {
  /**
   * H2's codes: general error, file corrupted, I/O error, I/O error with a file, closed, already
   * closed.
   */
  private static final Set<Integer> CLOSED = Set.of(50_000, 90_030, 90_028, 90_031, 90_098, 90_121);

  // The interface has a type named Override, too.
  @java.lang.Override
  public Override adjudicate(SQLException fault) {
    for (SQLException each = fault; each != null; each = each.getNextException()) {
      if (CLOSED.contains(each.getErrorCode())) {
        return Override.MUST_EVICT;
      }
    }
    return Override.CONTINUE_EVICT;
  }
}
