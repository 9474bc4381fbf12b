package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import pl.soclab.webinarbot.conversation.MenuCommand;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Hands Telegram the menus. They are a convenience: without them every command still works. One
 * thread at a time, that of the poller.
 */
final class MenuSetter {
  private static final Logger LOG = LoggerFactory.getLogger(MenuSetter.class);

  private static final int BAD_REQUEST = 400;

  private final BotApi api;
  private final TelegramSettings settings;
  private final Menus menus;

  /** Telegram does not know a chat before its first message. */
  private final Set<ChatId> unknown = new HashSet<>();

  MenuSetter(BotApi api, TelegramSettings settings, Menus menus) {
    this.api = api;
    this.settings = settings;
    this.menus = menus;
  }

  /** Sets all menus. */
  void set() {
    set(menus.everywhere(), null);
    unknown.clear();
    menus.special().get().forEach(this::setIn);
  }

  /** Sets the menus that Telegram refused, now that somebody has written there. */
  void seen(JsonNode updates) {
    if (unknown.isEmpty()) {
      return;
    }
    for (JsonNode update : updates) {
      var chat = new ChatId(update.path("message").path("chat").path("id").asLong());
      if (unknown.remove(chat)) {
        setIn(chat);
      }
    }
  }

  private void setIn(ChatId chat) {
    if (!set(menus.inSpecial(), BotCommandScopeChat.builder().chatId(chat.value()).build())) {
      unknown.add(chat);
    }
  }

  /** Whether Telegram knows the chat. */
  private boolean set(List<MenuCommand> menu, @Nullable BotCommandScope scope) {
    if (menu.isEmpty()) {
      return true;
    }
    List<BotCommand> commands =
        menu.stream().map(entry -> new BotCommand(entry.name(), entry.description())).toList();
    try {
      api.call(SetMyCommands.builder().commands(commands).scope(scope).build());
    } catch (BotApi.RefusedException e) {
      if (scope != null && e.code() == BAD_REQUEST) {
        LOG.debug("A chat gets its menu when it writes to the bot: {}", settings.describe(e));
        return false;
      }
      warn(e);
    } catch (IOException e) {
      warn(e);
    }
    return true;
  }

  private void warn(Exception fault) {
    LOG.warn("The menu of commands could not be set: {}", settings.describe(fault));
  }
}
