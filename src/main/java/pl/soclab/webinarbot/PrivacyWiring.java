package pl.soclab.webinarbot;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.desk.JdbcDeskRecords;
import pl.soclab.webinarbot.messaging.ChatRecords;
import pl.soclab.webinarbot.publishing.JdbcPublishingRecords;
import pl.soclab.webinarbot.questions.JdbcQuestionRecords;
import pl.soclab.webinarbot.reminders.JdbcReminderRecords;
import pl.soclab.webinarbot.telegram.JdbcInboxRecords;

/** What is kept about whom, and for how long: {@code docs/privacy.md}. */
@Configuration(proxyBeanMethods = false)
class PrivacyWiring {
  @Bean
  @DependsOnDatabaseInitialization
  ChatRecords chatRecords(DataSource database) {
    return new AllRecords(
        List.of(
            new JdbcReminderRecords(database),
            new JdbcQuestionRecords(database),
            new JdbcInboxRecords(database),
            new JdbcDeskRecords(database),
            new JdbcPublishingRecords(database)),
        database);
  }
}
