package pl.soclab.webinarbot.questions;

class InMemoryQuestionMemoryTest extends QuestionMemoryContract {
  @Override
  QuestionMemory empty() {
    return new InMemoryQuestionMemory();
  }
}
