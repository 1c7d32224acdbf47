package norrhub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The house stands as src/docs/map.md draws it: an arrow the wrong way fails the build. */
@AnalyzeClasses(packages = "norrhub", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionTest {

  /** Who may know whom; what a package may know, it may know through others too. */
  private static final Map<String, Set<String>> KNOWS = new LinkedHashMap<>();

  private static final Map<String, Set<String>> DIRECTLY = new LinkedHashMap<>();

  static {
    knows("vacancy");
    knows("notice", "vacancy");
    knows("config");
    knows("platform", "config");
    knows("vocabulary", "platform", "vacancy");
    knows("partner", "vocabulary", "notice");
    knows("fetch", "partner");
    knows("fetch.page", "fetch");
    knows("delivery.archive", "platform");
    knows("delivery.feed");
    knows("delivery", "delivery.archive", "partner", "fetch", "notice");
    knows("delivery.retention", "delivery");
    knows("record", "notice", "config");
    knows("record.xml", "record");
    knows("record.json", "record");
    knows("record.table", "record.xml");
    knows("record.html", "record.json");
    knows("record.mail", "record");
    knows("record.repair", "record");
    knows("record.part", "record.repair");
    knows("mapping", "record.part", "platform");
    knows("normalise.text", "mapping", "vocabulary");
    knows("normalise", "normalise.text", "partner");
    knows("catalogue.time", "platform");
    knows("catalogue", "catalogue.time", "partner", "notice");
    knows("catalogue.retention", "platform", "vacancy");
    knows("ingest", "delivery", "delivery.retention", "normalise", "catalogue");
    knows("ingest.match", "ingest");
    knows("board", "catalogue", "catalogue.retention", "vocabulary", "platform");
    knows("board.document", "board");
    knows("board.event", "board");
    knows("web", "board.document", "delivery");
    knows("poll.failure", "fetch", "notice");
    knows("poll", "poll.failure", "delivery", "delivery.feed", "fetch.page", "record.mail");
    knows("admin.preview", "ingest", "poll");
    knows("admin.endpoint", "admin.preview", "web", "board.event", "ingest.match");
    knows("admin.retention", "delivery.retention", "board.document", "board.event");
    knows("admin.cli", "admin.endpoint");
    knows("route", "poll", "mapping");
    knows("route.sftp", "route");
    knows("route.own", "route");
    knows("route.check", "route");
    knows("route.live", "route.check");
  }

  private static void knows(String name, String... others) {
    Set<String> all = new TreeSet<>(Set.of(others));
    Arrays.stream(others).forEach(other -> all.addAll(KNOWS.get(other)));
    DIRECTLY.put(name, Set.of(others));
    KNOWS.put(name, all);
  }

  /** All packages, each behind those it may know. */
  static Set<String> packages() {
    return KNOWS.keySet();
  }

  static Set<String> direct(String name) {
    return DIRECTLY.get(name);
  }

  @ArchTest
  void noArrowPointsTheWrongWay(JavaClasses house) {
    KNOWS.forEach(
        (name, known) -> {
          String[] allowed =
              Stream.concat(Stream.of(name), known.stream())
                  .map(p -> "norrhub." + p)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage("norrhub." + name)
              .should()
              .dependOnClassesThat(
                  com.tngtech.archunit.base.DescribedPredicate.describe(
                      "lie outside " + Arrays.toString(allowed),
                      type ->
                          type.getPackageName().startsWith("norrhub")
                              && !Arrays.asList(allowed).contains(type.getPackageName())))
              .allowEmptyShould(true)
              .check(house);
        });
  }

  @ArchTest
  void everyPackageIsOnTheMapAndSaysItsOneJob(JavaClasses house) {
    Set<JavaPackage> packages =
        house.getPackage("norrhub").getSubpackagesInTree().stream()
            .filter(p -> !p.getClasses().isEmpty())
            .collect(Collectors.toSet());
    assertThat(packages)
        .allSatisfy(
            p -> {
              assertThat(KNOWS).containsKey(p.getName().substring("norrhub.".length()));
              assertThat(p.isAnnotatedWith(NullMarked.class)).as(p + " is @NullMarked").isTrue();
            });
  }

  @ArchTest
  void onlyRoutesKnowCamel(JavaClasses house) {
    noClasses()
        .that()
        .resideOutsideOfPackages("norrhub.route..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.camel..")
        .check(house);
  }

  @ArchTest
  void onlyTheOwnersOfTablesSpeakSql(JavaClasses house) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "norrhub.platform", "norrhub.delivery..", "norrhub.catalogue..", "norrhub.board..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "org.springframework.jdbc..", "org.postgresql..", "org.flywaydb..")
        .check(house);
  }

  @ArchTest
  void nobodyReadsTheTimeButFromAClock(JavaClasses house) {
    for (Class<?> type :
        new Class<?>[] {
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class
        }) {
      noClasses().should().callMethod(type, "now").check(house);
    }
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(house);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("norrhub.platform.ClockConfiguration")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(house);
  }

  @ArchTest
  void namesSayWhatThingsAre(JavaClasses house) {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)|.*\\.(Abstract|Base)[A-Z].*")
        .check(house);
  }
}
