package pl.soclab.webinarbot;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.desk.FilesOfDesk;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.messaging.IncomingFiles;
import pl.soclab.webinarbot.publishing.FilePublisher;
import pl.soclab.webinarbot.publishing.JdbcUploads;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.publishing.Uploads;
import pl.soclab.webinarbot.telegram.TelegramBot;

/** How organisers' files are changed through the bot. */
@Configuration(proxyBeanMethods = false)
class PublishingWiring {
  @Bean
  @DependsOnDatabaseInitialization
  Publisher publisher(KnowledgeFolder folder, DataSource database) {
    return new FilePublisher(folder.path(), database, folder::refresh);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Uploads uploads(DataSource database) {
    return new JdbcUploads(database);
  }

  /** The bot itself is made of this conversation, so it is asked for when it is there. */
  @Bean
  IncomingFiles incomingFiles(ObjectProvider<TelegramBot> bot) {
    return (fileId, limit) -> bot.getObject().files().fetch(fileId, limit);
  }

  @Bean
  FilesOfDesk filesOfDesk(
      KnowledgeFolder folder,
      Publisher publisher,
      Uploads uploads,
      IncomingFiles incoming,
      CurrentAnswerer answerers) {
    return new FilesOfDesk(folder, publisher, uploads, incoming, answerers);
  }
}
