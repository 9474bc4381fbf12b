package pl.soclab.webinarbot;

import java.util.Map;
import java.util.Set;

/** The database's columns by what they hold of people; docs/privacy.md says why and how long. */
final class KeptColumns {
  /** Every column that holds a chat, and under which kind it is shown. */
  static final Map<String, String> CHATS =
      Map.ofEntries(
          Map.entry("inbox.chat_id", "inbox"),
          Map.entry("subscription.chat_id", "subscription"),
          Map.entry("broadcast.author_chat", "broadcast"),
          Map.entry("delivery.chat_id", "delivery"),
          Map.entry("awaited.chat_id", "awaited"),
          Map.entry("organiser.chat_id", "organiser"),
          Map.entry("organiser.invited_by", "invited"),
          Map.entry("pairing_code.issued_by", "pairing_code"),
          Map.entry("pairing_code.used_by", "pairing_code"),
          Map.entry("pairing_try.chat_id", "pairing_try"),
          Map.entry("switch_log.switched_by", "switch_log"),
          Map.entry("version.author_chat", "version"),
          Map.entry("upload.chat_id", "upload"),
          Map.entry("question_watch.chat_id", "question_watch"),
          Map.entry("answer_draft.author_chat", "answer_draft"),
          Map.entry("handover.chat_id", "handover"),
          Map.entry("handover.addressee", "addressee"),
          Map.entry("handover_answer.author_chat", "handover_answer"),
          Map.entry("told_fact.chat_id", "told_fact"),
          Map.entry("correction.decided_by", "correction"));

  /** Whatever else is as long as a chat's number. */
  static final Set<String> NO_CHATS =
      Set.of(
          "inbox.update_id",
          "inbox.seq",
          "broadcast.id",
          "broadcast.lead_seconds",
          "broadcast.progress_message",
          "broadcast.filled_to",
          "delivery.broadcast_id",
          "delivery.message_id",
          "scheduled_tasks.version",
          "switch_log.revision",
          "bot_switch.revision",
          "version.id",
          "upload.id",
          "open_question.id",
          "open_question.asked",
          "open_question.dismissed_at",
          "open_question_sample.question_id",
          "open_question_sample.asked",
          "question_watch.question_id",
          "answer_draft.id",
          "answer_draft.question_id",
          "handover.id",
          "handover.thread",
          "handover_answer.id",
          "handover_answer.handover_id",
          "correction.id",
          "tally.answers");

  /** What an organiser did as one, and what guards the codes: docs/privacy.md says why. */
  static final Set<String> STAYS =
      Set.of(
          "broadcast.author_chat",
          "correction.decided_by",
          "handover_answer.author_chat",
          "organiser.chat_id",
          "organiser.invited_by",
          "pairing_code.issued_by",
          "pairing_code.used_by",
          "pairing_try.chat_id",
          "switch_log.switched_by",
          "version.author_chat",
          // The message that asks, and what organisers are sent as organisers.
          "inbox.chat_id",
          "delivery.chat_id");

  /** Numbers of chats, the reader's own or somebody else's, and the database's own. */
  static final Set<String> WITHHELD =
      Set.of(
          "inbox.seq",
          "broadcast.id",
          "broadcast.occasion",
          "broadcast.starts_at",
          "broadcast.lead_seconds",
          "broadcast.scopes",
          "broadcast.useful_until",
          "broadcast.filled_to",
          "broadcast.filled",
          "delivery.broadcast_id",
          "pairing_code.code_hash",
          "switch_log.revision",
          "version.id",
          "version.content",
          "version.after_hash",
          "upload.id",
          "question_watch.question_id",
          "answer_draft.id",
          "answer_draft.question_id",
          "handover.id",
          "handover.thread",
          "handover_answer.id",
          "correction.id");

  private KeptColumns() {}
}
