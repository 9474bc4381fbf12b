package pl.soclab.webinarbot;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;

/** A database in which every table that may hold a chat holds two, in every column that can. */
final class FilledTables {
  private static final String NOW = "TIMESTAMP WITH TIME ZONE '2022-02-16 11:00:00+00'";

  /** {@code $C} is the chat, {@code $N} a number of its own, {@code $T} an instant. */
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO inbox (update_id, chat_id, payload, received_at)"
              + " VALUES ($N0, $C, '{\"text\": \"kanarek\"}', $T)",
          "INSERT INTO inbox (update_id, chat_id, payload, received_at, handled_at, attempts)"
              + " VALUES ($N1, $C, NULL, $T, $T, 1)",
          "INSERT INTO subscription VALUES ($C, 'zebranie', 'ALL', 'pl', $T, $T)",
          """
          INSERT INTO broadcast (id, kind, occasion, event_id, scopes, content, state, due_at,
            author_chat, progress_message, started_at, ended_at, filled)
          VALUES ($N0, 'MESSAGE', NULL, 'zebranie', ',ALL,', 'treść', 'DONE', $T, $C, 5, $T, $T,
            TRUE)
          """,
          """
          INSERT INTO broadcast (id, kind, scopes, state, due_at, author_chat)
          VALUES ($N1, 'MESSAGE', ',ALL,', 'DRAFT', $T, $C)
          """,
          """
          INSERT INTO broadcast (id, kind, scopes, content, state, due_at, filled)
          VALUES ($N2, 'ANSWER', '', 'odpowiedź', 'RUNNING', $T, TRUE)
          """,
          """
          INSERT INTO broadcast (id, kind, scopes, content, state, due_at, filled)
          VALUES ($N3, 'REPORT', '', 'raport', 'RUNNING', $T, TRUE)
          """,
          "INSERT INTO delivery VALUES ($N0, $C, 'SENT', 1, 0, $T, 77, 'powód')",
          "INSERT INTO delivery VALUES ($N2, $C, 'PENDING', 0, 0, $T, NULL, NULL)",
          "INSERT INTO delivery VALUES ($N3, $C, 'SENT', 1, 0, NULL, 78, NULL)",
          "INSERT INTO awaited VALUES ($C, 'ANSWER', '1', $T)",
          "INSERT INTO organiser VALUES ($C, $T, $C)",
          "INSERT INTO pairing_code VALUES ('$N0', $T, $T, $C, $C)",
          "INSERT INTO pairing_try VALUES ($C, $T)",
          "INSERT INTO switch_log VALUES ($N0, TRUE, 'powód', $T, $C)",
          """
          INSERT INTO version (file, content, after_hash, author_chat, changed_at, state)
          VALUES ('plik.md', NULL, 'ab', $C, $T, 'DONE')
          """,
          """
          INSERT INTO upload (chat_id, name, ending, content, target, notice, event_id, state,
            sent_at)
          VALUES ($C, 'plik.txt', '.txt', 'treść', 'plik.md', 'wieść', 'zebranie', 'WAITING', $T)
          """,
          """
          INSERT INTO open_question (id, event_id, state, asked, first_at, last_at)
          VALUES ($N0, 'zebranie', 'OPEN', 1, $T, $T)
          """,
          "INSERT INTO open_question_sample VALUES ($N0, 1, 'czy jest winda', 1)",
          "INSERT INTO question_watch VALUES ($N0, $C, 'pl', $T)",
          """
          INSERT INTO answer_draft (question_id, author_chat, phrasings, text, written_at)
          VALUES ($N0, $C, 'czy jest winda', 'jest', $T)
          """,
          """
          INSERT INTO handover (id, thread, chat_id, language, event_id, addressee, state, question,
            since)
          VALUES ($N0, 1, $C, 'pl', 'zebranie', NULL, 'OPEN', 'czy jest winda', $T)
          """,
          """
          INSERT INTO handover (id, chat_id, language, addressee, state, since)
          VALUES ($N1, 1, 'pl', $C, 'OPEN', $T)
          """,
          """
          INSERT INTO handover_answer (handover_id, author_chat, written_at, state, reply)
          VALUES ($N1, $C, $T, 'SCHEDULED', 'jest')
          """,
          "INSERT INTO told_fact VALUES ($C, 'zebranie', 'time', 'pl', $T)",
          """
          INSERT INTO correction (event_id, former, changed_at, state, decided_by)
          VALUES ('zebranie$N0', 'dane', $T, 'ACCEPTED', $C)
          """);

  private FilledTables() {}

  /** Takes every row away that {@link #fill} could have put there. */
  static void empty(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    ROWS.stream()
        .map(row -> row.strip().split("\\s+", 4)[2])
        .distinct()
        .toList()
        .reversed()
        .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
  }

  /** Puts a row of each kind there; {@code number} tells those of one chat from another's. */
  static void fill(DataSource database, ChatId chat, int number) {
    JdbcClient jdbc = JdbcClient.create(database);
    for (String row : ROWS) {
      jdbc.sql(
              row.replace("$C", chat.toString())
                  .replace("$N", Integer.toString(number))
                  .replace("$T", NOW))
          .update();
    }
  }
}
