package pl.soclab.webinarbot.questions;

class H2QuestionMemoryTest extends QuestionMemoryContract {
  @Override
  QuestionMemory empty() {
    return new JdbcQuestionMemory(EmptyTables.h2("question_memory"));
  }
}
