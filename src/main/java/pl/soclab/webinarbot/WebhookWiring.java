package pl.soclab.webinarbot;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import pl.soclab.webinarbot.telegram.TelegramBot;
import pl.soclab.webinarbot.telegram.WebhookSettings;

/** The way in for Telegram's deliveries; the preview and a bot that polls have none. */
@Configuration(proxyBeanMethods = false)
@Conditional(WebhookWiring.Delivered.class)
class WebhookWiring {
  /** With a token and an address. */
  static final class Delivered implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isSet(context, "telegram-bot-token") && isSet(context, "webhook-url");
    }

    private static boolean isSet(ConditionContext context, String name) {
      return !context.getEnvironment().getProperty("webinar-bot." + name, "").isBlank();
    }
  }

  @Bean
  WebhookPort webhookPort(Settings settings) {
    return new WebhookPort(settings.webhook(), path(settings));
  }

  @Bean
  FilterRegistrationBean<WebhookPort> webhookPortFilter(WebhookPort port) {
    var registration = new FilterRegistrationBean<>(port);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  SimpleUrlHandlerMapping webhookMapping(TelegramBot bot, Settings settings) {
    return new SimpleUrlHandlerMapping(
        Map.of(path(settings), bot.webhook()), Ordered.HIGHEST_PRECEDENCE);
  }

  private static String path(Settings settings) {
    WebhookSettings webhook = Objects.requireNonNull(settings.telegram()).webhook();
    return Objects.requireNonNull(webhook).path();
  }
}
