package pl.soclab.webinarbot;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.conversation.AnswerNews;
import pl.soclab.webinarbot.conversation.Watching;
import pl.soclab.webinarbot.desk.Organisers;
import pl.soclab.webinarbot.questions.AnswerDrafts;
import pl.soclab.webinarbot.questions.JdbcAnswerDrafts;
import pl.soclab.webinarbot.questions.JdbcOpenQuestions;
import pl.soclab.webinarbot.questions.JdbcWatches;
import pl.soclab.webinarbot.questions.OpenQuestions;
import pl.soclab.webinarbot.questions.Watches;
import pl.soclab.webinarbot.reminders.Broadcasts;

/** What becomes of questions that the files do not answer. */
@Configuration(proxyBeanMethods = false)
class OpenQuestionsWiring {
  @Bean
  @DependsOnDatabaseInitialization
  OpenQuestions openQuestions(DataSource database) {
    return new JdbcOpenQuestions(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Watches watches(DataSource database) {
    return new JdbcWatches(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  AnswerDrafts answerDrafts(DataSource database) {
    return new JdbcAnswerDrafts(database);
  }

  @Bean
  Watching watching(OpenQuestions questions, Watches watches, Organisers organisers) {
    return new Watching(questions, watches, () -> !organisers.all().isEmpty());
  }

  /** Looks whenever the sender does: {@link RemindersWiring#sendingLoop}. */
  @Bean
  AnswerNews answerNews(
      OpenQuestions questions,
      Watches watches,
      Broadcasts broadcasts,
      CurrentAnswerer answerers,
      Settings settings) {
    return new AnswerNews(questions, watches, broadcasts, answerers::knowledge, settings.quiet());
  }
}
