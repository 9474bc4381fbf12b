package pl.soclab.webinarbot;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where residents are real: not in the preview. */
class OnTelegram implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return isSet(context.getEnvironment(), "webinar-bot.telegram-bot-token");
  }

  private static boolean isSet(Environment environment, String property) {
    return !environment.getProperty(property, "").isBlank();
  }

  /** Where the database is a file of our own, too. */
  static final class WithAFile extends OnTelegram {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return super.matches(context, metadata)
          && !isSet(context.getEnvironment(), "webinar-bot.database-url");
    }
  }
}
