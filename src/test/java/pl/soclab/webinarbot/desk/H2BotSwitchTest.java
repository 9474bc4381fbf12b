package pl.soclab.webinarbot.desk;

class H2BotSwitchTest extends BotSwitchContract {
  @Override
  BotSwitch empty() {
    return new JdbcBotSwitch(DeskDatabases.h2());
  }
}
