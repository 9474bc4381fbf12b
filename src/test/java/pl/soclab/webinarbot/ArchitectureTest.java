package pl.soclab.webinarbot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;

/** The table of rooms: a room imports only rooms on lower levels. The README shows it too. */
@AnalyzeClasses(
    packages = "pl.soclab.webinarbot",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BASE = "pl.soclab.webinarbot";

  /** The root has the empty name. */
  private static final Map<String, Integer> LEVELS =
      Map.ofEntries(
          Map.entry("language", 0),
          Map.entry("messaging", 0),
          Map.entry("knowledge", 1),
          Map.entry("retrieval", 2),
          Map.entry("answering", 3),
          Map.entry("reminders", 3),
          Map.entry("conversation", 4),
          Map.entry("evaluation", 4),
          Map.entry("desk", 5),
          Map.entry("telegram", 6),
          Map.entry("preview", 6),
          Map.entry("cli", 6),
          Map.entry("", 7));

  @ArchTest
  static final ArchRule roomsImportOnlyLowerLevels =
      ArchRuleDefinition.classes().should(importOnlyLowerLevels());

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching(BASE + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule middleIsPlainJava =
      noClasses()
          .that()
          .resideInAnyPackage(
              rooms("language", "messaging", "knowledge", "retrieval", "answering", "evaluation"))
          .or()
          .resideInAnyPackage(rooms("conversation", "preview", "cli"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule onlyTelegramKnowsTelegramsTypes =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + ".telegram..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.telegram..");

  @ArchTest
  static final ArchRule onlyRetrievalSearches =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + ".retrieval..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.lucene.index..", "org.apache.lucene.search..");

  @ArchTest
  static final ArchRule previewSpeaksHttpAlone =
      noClasses()
          .that()
          .resideInAPackage(BASE + ".preview..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "live in another room", type -> isOurs(type) && !room(type).equals("preview")));

  private static String[] rooms(String... names) {
    String[] packages = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      packages[i] = BASE + "." + names[i] + "..";
    }
    return packages;
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(BASE) || type.getPackageName().startsWith(BASE + ".");
  }

  private static String room(JavaClass type) {
    String inner = type.getPackageName().substring(BASE.length()).replaceFirst("^\\.", "");
    int dot = inner.indexOf('.');
    return dot < 0 ? inner : inner.substring(0, dot);
  }

  private static int level(JavaClass type) {
    Integer level = LEVELS.get(room(type));
    if (level == null) {
      throw new AssertionError("The table of rooms does not know " + type.getPackageName());
    }
    return level;
  }

  private static ArchCondition<JavaClass> importOnlyLowerLevels() {
    return new ArchCondition<>("import only rooms on lower levels") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isOurs(dependency.getTargetClass().getBaseComponentType()))
            .forEach(
                dependency -> {
                  JavaClass target = dependency.getTargetClass().getBaseComponentType();
                  if (!room(type).equals(room(target)) && level(type) <= level(target)) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                  }
                });
      }
    };
  }
}
