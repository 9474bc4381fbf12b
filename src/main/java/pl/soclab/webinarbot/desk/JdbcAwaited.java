package pl.soclab.webinarbot.desk;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;

/** What is waited for in the table {@code awaited}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcAwaited implements Awaited {
  private final JdbcClient jdbc;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcAwaited(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  @Override
  public void expect(ChatId chat, Wait wait) {
    if (update(chat, wait) == 0) {
      try {
        insert(chat, wait);
      } catch (DuplicateKeyException e) {
        update(chat, wait);
      }
    }
  }

  private int update(ChatId chat, Wait wait) {
    return write(
        "UPDATE awaited SET kind = :kind, subject = :subject, since = :since WHERE chat_id = :chat",
        chat,
        wait);
  }

  private void insert(ChatId chat, Wait wait) {
    write(
        "INSERT INTO awaited (chat_id, kind, subject, since)"
            + " VALUES (:chat, :kind, :subject, :since)",
        chat,
        wait);
  }

  private int write(String sql, ChatId chat, Wait wait) {
    return jdbc.sql(sql)
        .param("chat", chat.value())
        .param("kind", wait.kind().name())
        .param("subject", wait.subject())
        .param("since", Columns.of(wait.since()))
        .update();
  }

  @Override
  public @Nullable Wait of(ChatId chat) {
    return jdbc.sql("SELECT kind, subject, since FROM awaited WHERE chat_id = :chat")
        .param("chat", chat.value())
        .query(
            (row, number) ->
                new Wait(
                    Kind.valueOf(row.getString("kind")),
                    row.getString("subject"),
                    Columns.instant(row, "since")))
        .optional()
        .orElse(null);
  }

  @Override
  public boolean end(ChatId chat) {
    return jdbc.sql("DELETE FROM awaited WHERE chat_id = :chat")
            .param("chat", chat.value())
            .update()
        > 0;
  }
}
