package pl.soclab.webinarbot.questions;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecord;
import pl.soclab.webinarbot.messaging.ChatRecords;

/**
 * What the tables of this room keep about a chat. Who decided on a correction and who answered a
 * question is kept for as long as the correction and the question are: an organiser did so.
 */
public final class JdbcQuestionRecords implements ChatRecords {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcQuestionRecords(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public List<ChatRecord> of(ChatId chat) {
    return Stream.of(ofResident(chat), ofOrganiser(chat)).flatMap(List::stream).toList();
  }

  private List<ChatRecord> ofResident(ChatId chat) {
    return Stream.of(
            rows(
                "told_fact",
                """
                SELECT event_id, topic, language, told_at FROM told_fact
                WHERE chat_id = :chat ORDER BY told_at
                """,
                chat),
            rows(
                "question_watch",
                """
                SELECT q.event_id, s.text AS question, w.language, w.since
                FROM question_watch w JOIN open_question q ON q.id = w.question_id
                LEFT JOIN open_question_sample s ON s.question_id = q.id AND s.number =
                  (SELECT MIN(number) FROM open_question_sample WHERE question_id = q.id)
                WHERE w.chat_id = :chat ORDER BY w.since
                """,
                chat),
            rows(
                "handover",
                """
                SELECT COALESCE(thread, id) AS number, event_id, question, state, language, since,
                       reminded
                FROM handover WHERE chat_id = :chat ORDER BY id
                """,
                chat))
        .flatMap(List::stream)
        .toList();
  }

  private List<ChatRecord> ofOrganiser(ChatId chat) {
    return Stream.of(
            rows(
                "addressee",
                """
                SELECT COALESCE(thread, id) AS number, event_id, state, since
                FROM handover WHERE addressee = :chat ORDER BY id
                """,
                chat),
            rows(
                "handover_answer",
                """
                SELECT handover_id, written_at, state, reply FROM handover_answer
                WHERE author_chat = :chat ORDER BY id
                """,
                chat),
            rows(
                "answer_draft",
                """
                SELECT phrasings, text, written_at FROM answer_draft
                WHERE author_chat = :chat ORDER BY id
                """,
                chat),
            rows(
                "correction",
                """
                SELECT event_id, former, changed_at, state FROM correction
                WHERE decided_by = :chat ORDER BY id
                """,
                chat))
        .flatMap(List::stream)
        .toList();
  }

  private List<ChatRecord> rows(String kind, String sql, ChatId chat) {
    return ChatRecord.all(kind, jdbc.sql(sql).param("chat", chat.value()).query().listOfRows());
  }

  @Override
  public void erase(ChatId chat) {
    transactions.executeWithoutResult(
        status ->
            Stream.of(
                    "DELETE FROM told_fact WHERE chat_id = :chat",
                    "DELETE FROM question_watch WHERE chat_id = :chat",
                    // Its answers go with it.
                    "DELETE FROM handover WHERE chat_id = :chat",
                    // Whoever asks more asks all organisers then.
                    "UPDATE handover SET addressee = NULL WHERE addressee = :chat",
                    "DELETE FROM answer_draft WHERE author_chat = :chat")
                .forEach(sql -> jdbc.sql(sql).param("chat", chat.value()).update()));
  }
}
