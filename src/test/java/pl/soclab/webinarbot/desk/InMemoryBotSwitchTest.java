package pl.soclab.webinarbot.desk;

class InMemoryBotSwitchTest extends BotSwitchContract {
  @Override
  BotSwitch empty() {
    return new InMemoryBotSwitch();
  }
}
