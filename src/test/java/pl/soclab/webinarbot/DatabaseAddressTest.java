package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
  @Test
  void jdbcAddressIsTakenAsItIs() {
    assertThat(DatabaseAddress.of("jdbc:postgresql://db:5432/bot", "ala", "kot"))
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db:5432/bot", "ala", "kot"));
  }

  @Test
  void addressOfAHostingServiceIsTakenApart() {
    assertThat(DatabaseAddress.of("postgres://ala:k%3Aot@db:5433/bot?sslmode=require", "", ""))
        .isEqualTo(
            new DatabaseAddress("jdbc:postgresql://db:5433/bot?sslmode=require", "ala", "k:ot"));
  }

  @Test
  void userAndPasswordThatAreSetWinOverThoseInTheAddress() {
    assertThat(DatabaseAddress.of("postgresql://ala:kot@db/bot", "ola", "pies"))
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/bot", "ola", "pies"));
  }

  @Test
  void nothingSetIsNoAddress() {
    assertThat(DatabaseAddress.of("", "", "")).isNull();
  }

  @Test
  void passwordIsNeverShown() {
    var address = new DatabaseAddress("jdbc:postgresql://db/bot?password=kot", "ala", "kot");

    assertThat(address.toString()).isEqualTo("DatabaseAddress[jdbc:postgresql://db/bot]");
  }
}
