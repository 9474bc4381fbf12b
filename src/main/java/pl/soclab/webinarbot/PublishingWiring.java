package pl.soclab.webinarbot;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.desk.Awaited;
import pl.soclab.webinarbot.desk.FilesOfDesk;
import pl.soclab.webinarbot.desk.JdbcAwaited;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.messaging.IncomingFiles;
import pl.soclab.webinarbot.publishing.FilePublisher;
import pl.soclab.webinarbot.publishing.JdbcUploads;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.publishing.Uploads;

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

  @Bean
  @DependsOnDatabaseInitialization
  Awaited awaited(DataSource database) {
    return new JdbcAwaited(database);
  }

  @Bean
  IncomingFiles incomingFiles() {
    return (fileId, limit) -> new IncomingFiles.NotLoaded("Telegram's files are not wired");
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
