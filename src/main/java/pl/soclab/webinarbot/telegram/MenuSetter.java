package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import pl.soclab.webinarbot.conversation.MenuCommand;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Hands Telegram the menus. They are a convenience: without them every command still works. Safe
 * for use by many threads.
 */
final class MenuSetter {
  private static final Logger LOG = LoggerFactory.getLogger(MenuSetter.class);

  private static final int BAD_REQUEST = 400;

  private final BotApi api;
  private final TelegramSettings settings;
  private final Menus menus;

  /** Telegram does not know a chat before its first message. */
  private final Set<ChatId> unknown = ConcurrentHashMap.newKeySet();

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

  /** Sets or takes away the menu of a chat that has just become a special one, or ceased to be. */
  void changed(ChatId chat) {
    if (menus.special().get().contains(chat)) {
      setIn(chat);
    } else {
      unknown.remove(chat);
      send(DeleteMyCommands.builder().scope(scope(chat)).build(), true);
    }
  }

  private void setIn(ChatId chat) {
    if (!set(menus.inSpecial(), scope(chat))) {
      unknown.add(chat);
    }
  }

  private static BotCommandScope scope(ChatId chat) {
    return BotCommandScopeChat.builder().chatId(chat.value()).build();
  }

  /** Whether Telegram knows the chat. */
  private boolean set(List<MenuCommand> menu, @Nullable BotCommandScope scope) {
    if (menu.isEmpty()) {
      return true;
    }
    List<BotCommand> commands =
        menu.stream().map(entry -> new BotCommand(entry.name(), entry.description())).toList();
    return send(SetMyCommands.builder().commands(commands).scope(scope).build(), scope != null);
  }

  private boolean send(BotApiMethod<Boolean> method, boolean isOfOneChat) {
    try {
      api.call(method);
    } catch (BotApi.RefusedException e) {
      if (isOfOneChat && e.code() == BAD_REQUEST) {
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
