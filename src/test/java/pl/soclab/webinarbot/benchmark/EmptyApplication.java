package pl.soclab.webinarbot.benchmark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** A web application of Spring Boot that does nothing, from the bot's own libraries. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
public class EmptyApplication {
  /**
   * Serves nothing until it is stopped.
   *
   * @param args settings of Spring
   */
  public static void main(String[] args) {
    SpringApplication.run(EmptyApplication.class, args);
  }
}
