package pl.soclab.webinarbot.questions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The memory in the table {@code question_memory}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcQuestionMemory implements QuestionMemory {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcQuestionMemory(DataSource database) {
    jdbc = new JdbcTemplate(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public Map<String, Boolean> all() {
    var results = new HashMap<String, Boolean>();
    jdbc.query(
        "SELECT question_key, passed FROM question_memory",
        row -> {
          results.put(row.getString("question_key"), row.getBoolean("passed"));
        });
    return Map.copyOf(results);
  }

  @Override
  public void replace(Map<String, Boolean> results) {
    transactions.executeWithoutResult(
        status -> {
          Map<String, Boolean> before = all();
          // Most saves of a file change no answer, so most rows stay untouched.
          List<String> stale =
              before.keySet().stream()
                  .filter(key -> !Objects.equals(before.get(key), results.get(key)))
                  .toList();
          var fresh = new ArrayList<Object[]>();
          results.forEach(
              (key, passed) -> {
                if (!passed.equals(before.get(key))) {
                  fresh.add(new Object[] {key, passed});
                }
              });
          jdbc.batchUpdate(
              "DELETE FROM question_memory WHERE question_key = ?",
              stale.stream().map(key -> new Object[] {key}).toList());
          jdbc.batchUpdate(
              "INSERT INTO question_memory (question_key, passed) VALUES (?, ?)", fresh);
        });
  }
}
