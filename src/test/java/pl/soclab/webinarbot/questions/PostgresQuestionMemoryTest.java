package pl.soclab.webinarbot.questions;

class PostgresQuestionMemoryTest extends QuestionMemoryContract {
  @Override
  QuestionMemory empty() {
    return new JdbcQuestionMemory(EmptyTables.postgres("question_memory"));
  }
}
