package pl.soclab.webinarbot;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * {@code LOG_FORMAT}: a line for people, or a JSON object a line for programs. Comes before Spring
 * sets logging up; another value is text, and {@link Settings} says that it is wrong.
 */
final class LogFormat implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
  static final String JSON = "json";
  static final String TEXT = "text";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    String format = event.getEnvironment().getProperty("webinar-bot.log-format", "");
    if (format.strip().equalsIgnoreCase(JSON)) {
      event
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "log-format", Map.of("logging.config", "classpath:logback-serve-json.xml")));
    }
  }

  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER - 1;
  }
}
