package pl.soclab.webinarbot.publishing;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one writer at a time at the folder, of all instances. A dead one holds nothing: the database
 * gives the row back when its connection ends.
 */
final class WritersLock {
  private final JdbcClient jdbc;
  private final TransactionTemplate holding;
  private final TransactionTemplate apart;

  /** So that the threads of one process never wait for each other with a connection in hand. */
  private final ReentrantLock turn = new ReentrantLock();

  WritersLock(DataSource database) {
    jdbc = JdbcClient.create(database);
    var manager = new JdbcTransactionManager(database);
    holding = new TransactionTemplate(manager);
    apart = new TransactionTemplate(manager);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Works as the only writer. */
  <T> T alone(Supplier<T> work) {
    turn.lock();
    try {
      return Objects.requireNonNull(
          holding.execute(
              status -> {
                jdbc.sql("SELECT id FROM publishing_lock WHERE id = 1 FOR UPDATE")
                    .query(Integer.class)
                    .single();
                return work.get();
              }));
    } finally {
      turn.unlock();
    }
  }

  /** Commits what it does when it returns, while the lock is still held. */
  <T> T committed(Supplier<T> work) {
    return Objects.requireNonNull(apart.execute(status -> work.get()));
  }
}
