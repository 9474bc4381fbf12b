package pl.soclab.webinarbot.desk;

class PostgresBotSwitchTest extends BotSwitchContract {
  @Override
  BotSwitch empty() {
    return new JdbcBotSwitch(DeskDatabases.postgres());
  }
}
