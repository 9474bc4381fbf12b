package pl.soclab.webinarbot;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import pl.soclab.webinarbot.cli.CannotGoOn;
import pl.soclab.webinarbot.cli.CommonOptions;
import pl.soclab.webinarbot.cli.OpenedFolder;
import pl.soclab.webinarbot.desk.Inviting;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/** {@code serve}: the part of the program that needs Spring. */
final class Application {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private Application() {}

  /**
   * Runs the bot until the program is told to stop.
   *
   * @return the exit status
   * @throws CannotGoOn if there is no knowledge folder
   */
  static int serve(CommonOptions options) throws CannotGoOn {
    ConfigurableApplicationContext context = start(options);
    if (context == null) {
      return 1;
    }
    var closed = new CountDownLatch(1);
    context.addApplicationListener(
        (ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      context.close();
    }
    return 0;
  }

  /**
   * Starts the bot.
   *
   * @param properties settings that win over all others, as {@code --name=value}
   * @return null where it could not start, for a reason that the log tells
   * @throws CannotGoOn if there is no knowledge folder
   */
  static @Nullable ConfigurableApplicationContext start(CommonOptions options, String... properties)
      throws CannotGoOn {
    OpenedFolder folder = OpenedFolder.open(options);
    var application = new SpringApplication(Wiring.class);
    application.addListeners(new LogFormat());
    application.addInitializers(
        context -> {
          var beans = (GenericApplicationContext) context;
          beans.registerBean(CommonOptions.class, () -> options);
          beans.registerBean(OpenedFolder.class, () -> folder);
        });
    try {
      ConfigurableApplicationContext context = application.run(properties);
      describe(
          folder.path(),
          folder.reading().with(context.getBean(CurrentAnswerer.class).get().findings()));
      describe(context.getBean(Upstream.class));
      invite(context.getBean(Inviting.class));
      return context;
    } catch (RuntimeException e) {
      // Spring has reported it: a sentence for what an operator can mend, else a stack trace.
      return null;
    }
  }

  private static void invite(Inviting inviting) {
    String howToPair = inviting.atStart();
    if (howToPair != null) {
      LOG.info("{}", howToPair);
    }
  }

  private static void describe(Upstream upstream) {
    switch (upstream) {
      case Upstream.Telegram telegram ->
          LOG.info(
              "{} {}",
              telegram.telegram().webhook() == null ? "Polling" : "Receiving from",
              telegram.telegram().api());
      case Upstream.StandIn standIn ->
          LOG.info("Podgląd: {}", standIn.preview().page().toString().replaceAll("/$", ""));
    }
  }

  /** Tells the operator what the organisers' files hold and what is wrong with them. */
  static void describe(Path folder, KnowledgeReader.Reading reading) {
    Knowledge knowledge = reading.knowledge();
    LOG.info(
        "Knowledge: events {}, passages {}, ready answers {}, folder {}",
        knowledge.events().size(),
        knowledge.passages().size(),
        knowledge.readyAnswers().size(),
        folder.toAbsolutePath().normalize());
    if (knowledge.isEmpty()) {
      LOG.warn("There is nothing to answer from: the folder holds no readable .md or .txt file");
    }
    for (Finding finding : reading.findings()) {
      if (finding.severity() == Finding.Severity.ERROR) {
        LOG.warn("{}", finding);
      }
    }
  }
}
