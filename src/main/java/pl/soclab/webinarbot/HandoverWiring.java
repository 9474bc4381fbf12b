package pl.soclab.webinarbot;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.conversation.Handing;
import pl.soclab.webinarbot.conversation.NamedRecipientsWriter;
import pl.soclab.webinarbot.conversation.ReminderWriter;
import pl.soclab.webinarbot.desk.CorrectionReach;
import pl.soclab.webinarbot.desk.DeskText;
import pl.soclab.webinarbot.desk.FactChanges;
import pl.soclab.webinarbot.desk.HandoverCare;
import pl.soclab.webinarbot.desk.Organisers;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.questions.FactMemory;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.JdbcCorrections;
import pl.soclab.webinarbot.questions.JdbcFactMemory;
import pl.soclab.webinarbot.questions.JdbcHandovers;
import pl.soclab.webinarbot.questions.JdbcToldFacts;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.reminders.BroadcastText;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Subscriptions;

/** How questions reach the organisers, and corrections those who know a former fact. */
@Configuration(proxyBeanMethods = false)
class HandoverWiring {
  @Bean
  @DependsOnDatabaseInitialization
  Handovers handovers(DataSource database) {
    return new JdbcHandovers(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  ToldFacts toldFacts(DataSource database) {
    return new JdbcToldFacts(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  FactMemory factMemory(DataSource database) {
    return new JdbcFactMemory(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Corrections corrections(DataSource database) {
    return new JdbcCorrections(database);
  }

  @Bean
  CorrectionReach correctionReach(ToldFacts told, Subscriptions subscriptions) {
    return new CorrectionReach(told, subscriptions);
  }

  @Bean
  Handing handing(
      Handovers handovers, Broadcasts broadcasts, Organisers organisers, Settings settings) {
    return new Handing(handovers, broadcasts, organisers::all, settings.quiet());
  }

  @Bean
  BroadcastText broadcastText(
      Settings settings,
      Handovers handovers,
      Corrections corrections,
      ToldFacts told,
      CorrectionReach reach,
      CurrentAnswerer answerers) {
    return new BroadcastTexts(
        new ReminderWriter(settings.profile()),
        new NamedRecipientsWriter(handovers, corrections, told, answerers),
        new DeskText(handovers, corrections, reach));
  }

  @Bean
  HandoverCare handoverCare(
      Handovers handovers,
      Broadcasts broadcasts,
      Organisers organisers,
      CurrentAnswerer answerers,
      Settings settings) {
    return new HandoverCare(
        handovers, broadcasts, organisers, answerers::knowledge, settings.quiet());
  }

  @Bean
  FactChanges factChanges(
      CurrentAnswerer answerers,
      FactMemory memory,
      Corrections corrections,
      CorrectionReach reach,
      Broadcasts broadcasts,
      Organisers organisers,
      Settings settings) {
    return new FactChanges(
        answerers::knowledge, memory, corrections, reach, broadcasts, organisers, settings.quiet());
  }
}
