package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.PreviewSettings;
import pl.soclab.webinarbot.preview.TestResident;

/** What a turn costs in round trips to the database: those are what a resident waits for. */
class TurnCostTest {
  private static final Instant START = Instant.parse("2022-02-16T11:00:00Z");

  private final List<String> statements = new CopyOnWriteArrayList<>();
  private final DataSource database = TestDatabases.h2();

  @Test
  void turnTakesFiveStatementsAndNoneIsForTheSakeOfOtherInstances() {
    var inbox = new JdbcInbox(database, "watching");
    try (var preview = Preview.start(PreviewSettings.startingAt(START).onPort(0));
        var bot =
            new TelegramBot(
                new TelegramSettings(preview.token(), preview.botApi()),
                new FakeConversation(),
                new FakeFlood(),
                Menus.of(List.of()),
                Place.in(counted(DataSource.class, database), true, DutyTiming.standard()),
                preview.clock(),
                new SimpleMeterRegistry(),
                BotOnPreview.shortTiming())) {
      bot.start();
      TestResident anna = preview.residents().named("Anna");
      anna.writes("pierwsze");
      anna.awaitMessages(1, SOON);
      eventually(() -> assertThat(inbox.backlog()).isZero());
      statements.clear();

      anna.writes("drugie");
      anna.awaitMessages(2, SOON);
      eventually(() -> assertThat(inbox.backlog()).isZero());

      assertThat(statements)
          .extracting(sql -> sql.strip().split("\\s+", 2)[0])
          .containsExactly("INSERT", "SELECT", "UPDATE", "SELECT", "UPDATE");
    }
  }

  /** Notes the SQL of every statement that is prepared, however deep. */
  private <T> T counted(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> counted(real, method, arguments)));
  }

  private Object counted(Object real, Method method, Object[] arguments) throws Throwable {
    Object result;
    try {
      result = method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (result instanceof PreparedStatement) {
      statements.add((String) arguments[0]);
    }
    return result instanceof Connection connection ? counted(Connection.class, connection) : result;
  }
}
