package pl.soclab.webinarbot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rooms: who may know whom. A change of the plan changes this table openly. */
class ArchitectureTest {
  private static final String BASE = "pl.soclab.webinarbot";

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  /** The rooms that each room may import; the root package may import all of them. */
  private static final Map<String, Set<String>> ROOMS = new TreeMap<>();

  static {
    ROOMS.put("language", Set.of());
    ROOMS.put("messaging", Set.of());
    ROOMS.put("knowledge", Set.of("language"));
    ROOMS.put("retrieval", Set.of("knowledge", "language"));
    ROOMS.put("answering", Set.of("retrieval", "knowledge", "language", "messaging"));
    ROOMS.put("reminders", Set.of("knowledge", "language", "messaging"));
    ROOMS.put("questions", Set.of("knowledge", "language", "messaging"));
    ROOMS.put("conversation", with("answering", "reminders", "questions"));
    ROOMS.put("evaluation", with("answering"));
    ROOMS.put("publishing", with("evaluation"));
    ROOMS.put("desk", with("conversation", "publishing"));
    ROOMS.put("telegram", with("conversation", "desk"));
    ROOMS.put("preview", Set.of());
    ROOMS.put("cli", with("evaluation"));
  }

  /** Those rooms and all that they may import. */
  private static Set<String> with(String... rooms) {
    Set<String> all = new TreeSet<>(Arrays.asList(rooms));
    for (String room : rooms) {
      all.addAll(ROOMS.getOrDefault(room, Set.of()));
    }
    return all;
  }

  static Set<String> rooms() {
    return ROOMS.keySet();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void roomImportsOnlyTheRoomsBelow(String room) {
    Set<String> allowed = new TreeSet<>(ROOMS.getOrDefault(room, Set.of()));
    allowed.add(room);
    List<String> forbidden =
        ROOMS.keySet().stream().filter(other -> !allowed.contains(other)).toList();

    noClasses()
        .that()
        .resideInAPackage(in(room))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(forbidden.stream().map(ArchitectureTest::in).toArray(String[]::new))
                .or(JavaClass.Predicates.resideInAPackage(BASE)))
        .because("of the table of rooms in this test")
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void everyRoomStandsInTheTable() {
    Set<String> found =
        CODE.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(BASE + "."))
            .map(name -> name.substring(BASE.length() + 1).split("\\.", -1)[0])
            .collect(Collectors.toSet());

    assertThat(ROOMS.keySet()).containsAll(found);
  }

  @Test
  void onlyTheTelegramRoomKnowsTelegramsLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("telegram"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.telegram..", "okhttp3..", "io.github.bucket4j..")
        .check(CODE);
  }

  @Test
  void onlyLanguageAndRetrievalKnowLucene() {
    noClasses()
        .that()
        .resideOutsideOfPackages(in("language"), in("retrieval"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.lucene..", "morfologik..")
        .check(CODE);
  }

  @Test
  void onlyRetrievalSearches() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("retrieval"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.lucene.index..", "org.apache.lucene.search..")
        .check(CODE);
  }

  @Test
  void theMiddleIsPlainJava() {
    noClasses()
        .that()
        .resideInAnyPackage(
            in("language"),
            in("messaging"),
            in("knowledge"),
            in("retrieval"),
            in("answering"),
            in("evaluation"),
            in("preview"),
            in("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void springWiresOnlyInTheRoot() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.boot..",
            "org.springframework.context..",
            "org.springframework.stereotype..",
            "org.springframework.beans..")
        .check(CODE);
  }

  @Test
  void everyRoomForbidsNullUnlessItSaysOtherwise() {
    classes()
        .that()
        .resideInAPackage(BASE + ".*..")
        .and()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(NullMarked.class)
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void noTypeHidesBehindANameThatSaysNothing() {
    noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)").check(CODE);
  }

  private static String in(String room) {
    return BASE + "." + room + "..";
  }
}
