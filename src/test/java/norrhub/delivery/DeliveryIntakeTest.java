package norrhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import norrhub.Sample;
import norrhub.TestDatabase;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.partner.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveryIntakeTest {
  private static final String A = "aa".repeat(32);
  private static final String B = "bb".repeat(32);

  private JdbcClient db;
  private DeliveryIntake intake;

  @BeforeEach
  void openAnEmptyLedger() {
    DataSource database = TestDatabase.create();
    db = JdbcClient.create(database);
    intake = new DeliveryIntake(db);
  }

  @Test
  void aFileThatStillLiesThereIsKnown() {
    assertThat(receive("jobs.xml", "t1", A)).isEqualTo(Reception.NEW);
    assertThat(receive("jobs.xml", "t1", A)).isEqualTo(Reception.KNOWN);
  }

  @Test
  void threeFilesOfOneNameAreThreeDeliveriesThoughTheLastIsLikeTheFirst() {
    assertThat(receive("jobs.xml", "t1", A)).isEqualTo(Reception.NEW);
    assertThat(receive("jobs.xml", "t2", B)).isEqualTo(Reception.NEW);
    assertThat(receive("jobs.xml", "t1", A)).isEqualTo(Reception.NEW);

    assertThat(names())
        .containsExactly("jobs.xml RECEIVED", "jobs.xml RECEIVED", "jobs.xml RECEIVED");
  }

  @Test
  void aFileThatWasTakenAwayAndCameAgainIsANewDelivery() {
    receive("a.xml", "t1", A);
    intake.sourceHolds("rn", Transport.SFTP, Set.of("a.xml"));
    assertThat(receive("a.xml", "t1", A)).isEqualTo(Reception.KNOWN);

    intake.sourceHolds("rn", Transport.SFTP, Set.of());
    assertThat(receive("a.xml", "t1", A)).isEqualTo(Reception.NEW);
  }

  @Test
  void otherFilesStayKnownWhenOneIsOverwritten() {
    receive("a.xml", "t1", A);
    receive("b.xml", "t1", B);
    receive("a.xml", "t2", B);

    assertThat(receive("b.xml", "t1", B)).isEqualTo(Reception.KNOWN);
  }

  @Test
  void aMailStaysKnownThoughAnotherHasItsSubject() {
    assertThat(mail("INBOX|1|1|0")).isEqualTo(Reception.NEW);
    assertThat(mail("INBOX|1|2|0")).isEqualTo(Reception.NEW);
    assertThat(mail("INBOX|1|1|0")).isEqualTo(Reception.KNOWN);
  }

  @Test
  void anAnswerOfNotModifiedIsTheLastDeliveryOnceMore() {
    assertThat(intake.confirmUnchanged("rn", "region-norrbotten", Sample.NOON))
        .isEqualTo(Reception.KNOWN);
    receive("jobs.xml", "t1", A);

    assertThat(intake.confirmUnchanged("rn", "region-norrbotten", Sample.NOON))
        .isEqualTo(Reception.NEW);
    assertThat(db.sql("select count(distinct content) from delivery").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsReportedOnceWithItsReason() {
    var why =
        new NoticeKind(
            "sender-unknown", Severity.ERROR, "{value} may not send.", "{value} får ej.");
    intake.refused("rn", "region-norrbotten", "Hej", why, "x@example.org", Sample.NOON);
    intake.refused("rn", "region-norrbotten", "Hej", why, "x@example.org", Sample.NOON);

    assertThat(names()).containsExactly("Hej REFUSED");
    assertThat(db.sql("select outcome from delivery").query(String.class).single())
        .isEqualTo("x@example.org may not send.");
  }

  @Test
  void deliveriesAreCalledByTheirFeedAndNumber() {
    receive("jobs.xml", "t1", A);

    assertThat(db.sql("select id from delivery").query(String.class).single()).isEqualTo("rn-1");
  }

  private Reception receive(String name, String time, String sha256) {
    return intake.receive(
        new Incoming(
            "rn",
            "region-norrbotten",
            Transport.SFTP,
            name,
            name + "|3|" + time,
            List.of(new ArchivedPart(name, sha256, 3, 1)),
            Sample.NOON));
  }

  private Reception mail(String identity) {
    return intake.receive(
        new Incoming(
            "rn",
            "region-norrbotten",
            Transport.MAIL,
            "Lediga jobb",
            identity,
            List.of(new ArchivedPart("jobb.csv", A, 3, 1)),
            Sample.NOON));
  }

  private List<String> names() {
    return db.sql("select name || ' ' || state from delivery order by number")
        .query(String.class)
        .list();
  }
}
