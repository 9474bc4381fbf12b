package pl.soclab.webinarbot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.desk.Awaited;
import pl.soclab.webinarbot.desk.BotSwitch;
import pl.soclab.webinarbot.desk.Inviting;
import pl.soclab.webinarbot.desk.JdbcAwaited;
import pl.soclab.webinarbot.desk.JdbcBotSwitch;
import pl.soclab.webinarbot.desk.JdbcPairings;
import pl.soclab.webinarbot.desk.ListedOrganisers;
import pl.soclab.webinarbot.desk.PairedOrganisers;
import pl.soclab.webinarbot.desk.Pairings;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Pause;

/** Who is an organiser, what they were asked to write, and the off switch. */
@Configuration(proxyBeanMethods = false)
class OrganisersWiring {
  /** A sending that runs asks before each message; residents' turns ask the database itself. */
  private static final Duration GLANCE = Duration.ofMillis(250);

  @Bean
  @DependsOnDatabaseInitialization
  Pairings pairings(DataSource database) {
    return new JdbcPairings(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Awaited awaited(DataSource database) {
    return new JdbcAwaited(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  BotSwitch botSwitch(DataSource database) {
    return new JdbcBotSwitch(database);
  }

  /** Those whom the operator lists, and who paired; in the preview somebody has to be one. */
  @Bean
  PairedOrganisers organisers(Settings settings, Upstream upstream, Pairings pairings) {
    Set<ChatId> listed = settings.organiserChats();
    return new PairedOrganisers(
        new ListedOrganisers(listed.isEmpty() ? upstream.organisers() : listed), pairings);
  }

  @Bean
  Inviting inviting(PairedOrganisers organisers, Pairings pairings, InstantSource clock) {
    return new Inviting(organisers, pairings, clock);
  }

  @Bean
  Pause pause(BotSwitch botSwitch) {
    return Pause.glancing(botSwitch::isOff, GLANCE);
  }

  @Bean("switch")
  SwitchHealth switchHealth(BotSwitch botSwitch) {
    return new SwitchHealth(botSwitch);
  }
}
