package norrhub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import norrhub.Sample;
import norrhub.TestDatabase;
import norrhub.catalogue.time.ClockLine;
import norrhub.catalogue.time.TrustedTime;
import norrhub.vacancy.Deadline;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class FeedCatalogueTest {
  private static final Origin ORIGIN =
      new Origin("region-norrbotten", "rn", "", "rn-1", Set.of("rn"));

  private final Clock clock = Clock.fixed(Sample.NOON, ZoneOffset.UTC);
  private DataSource database;
  private FeedCatalogue catalogue;
  private ChangeLog log;

  @BeforeEach
  void openAnEmptyCatalogue() {
    database = TestDatabase.create();
    catalogue = new FeedCatalogue(database, clock, ORIGIN);
    log = new ChangeLog(new JdbcTemplate(database), new JdbcTransactionManager(database));
  }

  @Test
  void aNewVacancyIsOpenAtVersionOne() {
    assertThat(write(Sample.vacancy("1"))).isEqualTo(1);

    assertThat(reasons()).containsExactly("1 v1 OPEN new");
    assertThat(known("1").version()).isEqualTo(1);
  }

  @Test
  void theSameContentAgainIsNoChange() {
    write(Sample.vacancy("1"));

    assertThat(write(Sample.vacancy("1"))).isZero();

    assertThat(reasons()).hasSize(1);
  }

  @Test
  void anotherContentIsTheNextVersion() {
    write(Sample.vacancy("1"));
    write(Sample.vacancy("1", "Läkare"));

    assertThat(reasons()).containsExactly("1 v1 OPEN new", "1 v2 OPEN changed");
    assertThat(titles()).containsExactly("Sjuksköterska 1", "Läkare");
  }

  @Test
  void theDateItWasPostedOnNeverMoves() {
    Instant first = Sample.vacancy("1").datePosted();
    write(Sample.vacancy("1"));
    write(Sample.vacancy("1", "Läkare").posted(first.plus(Duration.ofDays(9))));

    List<Instant> posted = new ArrayList<>();
    log.forEachOpen(version -> posted.add(version.vacancy().datePosted()));
    assertThat(titles()).containsExactly("Sjuksköterska 1", "Läkare");
    assertThat(posted).containsExactly(first);
  }

  @Test
  void withdrawnAndSentAgainItIsReopenedUnderItsOldIdWithAHigherVersion() {
    write(Sample.vacancy("1"));
    catalogue.withdraw(List.of(id("1")), "absent");
    write(Sample.vacancy("1"));

    assertThat(reasons())
        .containsExactly("1 v1 OPEN new", "1 v2 WITHDRAWN absent", "1 v3 OPEN reopened");
    assertThat(titles()).containsOnly("Sjuksköterska 1");
  }

  @Test
  void whatIsWithdrawnCannotBeWithdrawnAgain() {
    write(Sample.vacancy("1"));

    assertThat(catalogue.withdraw(List.of(id("1")), "absent")).isEqualTo(1);
    assertThat(catalogue.withdraw(List.of(id("1")), "absent")).isZero();
  }

  @Test
  void aRemovalOfSomethingUnknownChangesNothing() {
    assertThat(catalogue.withdraw(List.of(id("none")), "removed")).isZero();
  }

  @Test
  void changeNumbersHaveNoGapsOverManyBatches() {
    for (int batch = 0; batch < 5; batch++) {
      int from = batch * 300;
      catalogue.write(
          IntStream.range(from, from + 300)
              .mapToObj(n -> present(Sample.vacancy("k" + n)))
              .toList());
    }
    assertThat(log.after(0, 10_000).stream().map(Change::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 1500).mapToObj(n -> (long) n).toList());
    assertThat(log.last()).isEqualTo(1500);
  }

  @Test
  void theAbsentAreThoseOfferedAndNotSeen() {
    write(Sample.vacancy("1"), Sample.vacancy("2"), Sample.vacancy("3"));
    catalogue.withdraw(List.of(id("3")), "absent");

    assertThat(absences().offered()).isEqualTo(2);
    assertThat(absences().offeredBut(seen -> seen.equals(id("1")))).containsExactly(id("2"));
  }

  @Test
  void vacanciesOfAnotherFileAreNotAbsent() {
    write(Sample.vacancy("1"));
    var other =
        new FeedAbsences(
            database, clock, new Origin("region-norrbotten", "rn", "b.xml", "rn-2", Set.of("rn")));

    assertThat(other.offered()).isZero();
  }

  @Test
  void aMissingVacancyKeepsTheDayItWasFirstMissedUntilItIsSeenAgain() {
    write(Sample.vacancy("1"), Sample.vacancy("2"));
    absences().mark(List.of(id("1"), id("2")), Optional.of(Sample.NOON));
    absences().mark(List.of(id("1")), Optional.of(Sample.NOON.plusSeconds(1)));
    write(Sample.vacancy("2"));

    assertThat(absences().missingSince(Sample.NOON)).containsExactly(id("1"));
    assertThat(absences().missingSince(Sample.NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  void whatIsMissingWithoutProofIsNoMissUntilADeliveryProvesIt() {
    write(Sample.vacancy("1"));
    absences().mark(List.of(id("1")), Optional.empty());

    assertThat(absences().missing()).containsExactly(id("1"));
    assertThat(absences().missingSince(Sample.NOON.plus(Duration.ofDays(9)))).isEmpty();

    absences().mark(List.of(id("1")), Optional.of(Sample.NOON));
    assertThat(absences().missingSince(Sample.NOON)).containsExactly(id("1"));
  }

  @Test
  void theClockOpensWhatIsScheduledAndExpiresWhatIsOver() {
    Instant opens = Sample.NOON.plus(Duration.ofDays(1));
    Instant ends = Sample.NOON.plus(Duration.ofDays(2));
    write(
        Sample.vacancy(
            "1", "Läkare", Optional.of(opens), new Deadline(Optional.of(ends), Optional.empty())));
    tick(opens.minusSeconds(1));
    tick(opens);
    tick(ends.minusSeconds(1));
    tick(ends);
    tick(ends.plusSeconds(1));

    assertThat(reasons())
        .containsExactly("1 v1 SCHEDULED new", "1 v2 OPEN opened", "1 v3 EXPIRED expired");
  }

  @Test
  void oneWhoseTimeIsOverBeforeItWasOpenedExpires() {
    Instant opens = Sample.NOON.plus(Duration.ofDays(1));
    write(
        Sample.vacancy(
            "1",
            "Läkare",
            Optional.of(opens),
            new Deadline(Optional.of(opens.plusSeconds(60)), Optional.empty())));
    tick(opens.plus(Duration.ofDays(3)));

    assertThat(reasons()).containsExactly("1 v1 SCHEDULED new", "1 v2 EXPIRED expired");
  }

  private void tick(Instant now) {
    var time =
        new TrustedTime(
            Clock.fixed(now, ZoneOffset.UTC),
            () -> now,
            () -> Duration.between(Sample.NOON, now).toNanos(),
            new ClockLine(JdbcClient.create(database)));
    new StateTransitions(new JdbcTemplate(database), new JdbcTransactionManager(database), time)
        .move();
  }

  private FeedAbsences absences() {
    return new FeedAbsences(database, clock, ORIGIN);
  }

  private int write(Vacancy... vacancies) {
    return catalogue.write(List.of(vacancies).stream().map(FeedCatalogueTest::present).toList());
  }

  private static VacancyUpsert present(Vacancy vacancy) {
    return new VacancyUpsert(vacancy, vacancy.sourceKey(), vacancy.hashCode(), Optional.empty());
  }

  private StoredVacancy known(String key) {
    return catalogue.known(List.of(id(key))).get(id(key));
  }

  private static VacancyId id(String key) {
    return VacancyId.of("region-norrbotten", key);
  }

  private List<String> reasons() {
    List<Change> changes = log.after(0, 100);
    var versions = log.versions(changes);
    return changes.stream()
        .map(
            c ->
                "%s v%d %s %s"
                    .formatted(
                        versions.get(c).vacancy().sourceKey(), c.version(), c.state(), c.reason()))
        .toList();
  }

  private List<String> titles() {
    List<Change> changes = log.after(0, 100);
    var versions = log.versions(changes);
    return changes.stream().map(c -> versions.get(c).vacancy().title()).toList();
  }
}
